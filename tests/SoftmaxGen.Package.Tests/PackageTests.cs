using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace SoftmaxGen.Package.Tests;

/// <summary>The package as a user gets it.</summary>
public class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public void It_holds_the_attributes_the_generator_and_nothing_else()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var binaries = archive
            .Entries.Select(entry => entry.FullName)
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Equal(
            [
                "analyzers/dotnet/cs/SoftmaxGen.Generators.dll",
                "lib/net8.0/SoftmaxGen.dll",
                "lib/netstandard2.0/SoftmaxGen.dll",
            ],
            binaries.Order(StringComparer.Ordinal)
        );
        Assert.Contains(archive.Entries, entry => entry.FullName == "README.md");
        Assert.Contains(archive.Entries, entry => entry.FullName == "lib/net8.0/SoftmaxGen.xml");
        Assert.True(File.Exists(Path.ChangeExtension(package.File, ".snupkg")));
    }

    [Fact]
    public void It_depends_on_nothing_where_the_framework_has_spans()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var manifest = archive.GetEntry("SoftmaxGen.nuspec")!.Open();
        var groups = XDocument.Load(manifest).Descendants().Where(element => element.Name.LocalName == "group");
        var dependencies = groups.ToDictionary(
            group => group.Attribute("targetFramework")!.Value,
            group => group.Elements().Select(dependency => dependency.Attribute("id")!.Value).ToArray()
        );
        Assert.Empty(dependencies["net8.0"]);
        Assert.Equal(["System.Memory"], dependencies[".NETStandard2.0"]);
    }

    [Fact]
    public void A_fresh_console_project_installs_and_uses_it_without_a_warning()
    {
        var consumer = Directory.CreateTempSubdirectory("softmaxgen-consumer-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(consumer, "nuget.config"), NugetConfig(package.Folder));
            DotnetCommand.Run(
                consumer,
                "new",
                "console",
                "--framework",
                "net10.0",
                "--no-restore",
                "--name",
                "Consumer",
                "--output",
                "."
            );
            DotnetCommand.Run(consumer, "add", "package", "SoftmaxGen", "--version", package.Version);
            File.WriteAllText(Path.Combine(consumer, "Program.cs"), Program);

            var output = DotnetCommand.Run(
                consumer,
                "run",
                "-c",
                "Release",
                "-warnaserror",
                "-p:AnalysisLevel=latest-all"
            );

            Assert.Equal("0.5745217 1.5542173", output.Trim());
        }
        finally
        {
            Directory.Delete(consumer, recursive: true);
        }
    }

    [Fact]
    public void A_declaration_that_cannot_work_is_an_error_that_says_so()
    {
        var consumer = Directory.CreateTempSubdirectory("softmaxgen-consumer-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(consumer, "nuget.config"), NugetConfig(package.Folder));
            DotnetCommand.Run(
                consumer,
                "new",
                "classlib",
                "--framework",
                "net10.0",
                "--no-restore",
                "--name",
                "Consumer",
                "--output",
                "."
            );
            DotnetCommand.Run(consumer, "add", "package", "SoftmaxGen", "--version", package.Version);
            File.WriteAllText(
                Path.Combine(consumer, "Class1.cs"),
                "[SoftmaxGen.SoftmaxHead(Classes = 1)] public partial class Head { }"
            );

            var failure = Assert.Throws<InvalidOperationException>(() => DotnetCommand.Run(consumer, "build"));

            Assert.Contains("SMG0001", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(consumer, recursive: true);
        }
    }

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

    private const string Program = """
        using SoftmaxGen;

        float[] logits = [2f, 0.5f, 1f, 0.1f];
        var probabilities = new float[EnemyBrain.Classes];
        EnemyBrain.Softmax(logits, probabilities);
        var loss = EnemyBrain.CrossEntropy(logits, label: 2);
        Console.WriteLine(FormattableString.Invariant($"{probabilities[0]} {loss}"));

        [SoftmaxHead(Classes = 4)]
        internal static partial class EnemyBrain { }
        """;
}
