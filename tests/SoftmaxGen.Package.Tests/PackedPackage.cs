using System.Reflection;
using System.Runtime.CompilerServices;

namespace SoftmaxGen.Package.Tests;

/// <summary>The package, packed once from the sources into a folder of its own.</summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Folder = Directory.CreateTempSubdirectory("softmaxgen-package-").FullName;
        // What the test run has built: building again would write files that other tests are reading.
        DotnetCommand.Run(RepositoryRoot(), "pack", "src/SoftmaxGen", "-c", Configuration, "--no-build", "-o", Folder);
        File = Directory.GetFiles(Folder, "SoftmaxGen.*.nupkg").Single();
        Version = Path.GetFileNameWithoutExtension(File)["SoftmaxGen.".Length..];
    }

    public string Folder { get; }

    public string File { get; }

    public string Version { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Configuration =>
        typeof(PackedPackage).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static string RepositoryRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
