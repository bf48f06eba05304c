namespace SoftmaxGen.Package.Tests;

/// <summary>A fresh project in a folder of its own that has installed the package and consists of one file.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("softmaxgen-consumer-").FullName;

    /// <param name="package">What it installs.</param>
    /// <param name="template">What kind of project it is.</param>
    /// <param name="file">The name of the file.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="withRegistry">Whether it may install other packages, from where this machine has them.</param>
    public ConsumerProject(
        PackedPackage package,
        string template,
        string file,
        string content,
        bool withRegistry = false
    )
    {
        File.WriteAllText(Path.Combine(folder, "nuget.config"), NugetConfig(package.Folder, withRegistry));
        Dotnet("new", template, "--framework", "net10.0", "--no-restore", "--name", "Consumer", "--output", ".");
        Dotnet("add", "package", "SoftmaxGen", "--version", package.Version);
        File.WriteAllText(Path.Combine(folder, file), content);
    }

    public string Dotnet(params string[] arguments) => DotnetCommand.Run(folder, arguments);

    /// <summary>Changes the project file.</summary>
    public void Edit(string old, string changed) =>
        Write("Consumer.csproj", Read("Consumer.csproj").Replace(old, changed, StringComparison.Ordinal));

    public void Write(string file, string content) => File.WriteAllText(Path.Combine(folder, file), content);

    public string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A cache of its own: the usual one may hold another build of the same version.</summary>
    private static string NugetConfig(string source, bool withRegistry) =>
        $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                {(withRegistry ? "" : "<clear />")}
                <add key="local" value="{source}" />
              </packageSources>
            </configuration>
            """;
}
