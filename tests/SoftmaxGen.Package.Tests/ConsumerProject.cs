namespace SoftmaxGen.Package.Tests;

/// <summary>A fresh project in a folder of its own that has installed the package and consists of one file.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("softmaxgen-consumer-").FullName;

    public ConsumerProject(PackedPackage package, string template, string file, string content)
    {
        File.WriteAllText(Path.Combine(folder, "nuget.config"), NugetConfig(package.Folder));
        Dotnet("new", template, "--framework", "net10.0", "--no-restore", "--name", "Consumer", "--output", ".");
        Dotnet("add", "package", "SoftmaxGen", "--version", package.Version);
        File.WriteAllText(Path.Combine(folder, file), content);
    }

    public string Dotnet(params string[] arguments) => DotnetCommand.Run(folder, arguments);

    public string Read(string file) => File.ReadAllText(Path.Combine(folder, file));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A cache of its own: the usual one may hold another build of the same version.</summary>
    private static string NugetConfig(string source) =>
        $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <clear />
                <add key="local" value="{source}" />
              </packageSources>
            </configuration>
            """;
}
