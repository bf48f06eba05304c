using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace SoftmaxGen.Package.Tests;

/// <summary>The package as a user gets it.</summary>
public class PackageTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public void It_holds_the_attributes_the_generator_the_rules_the_fixes_and_nothing_else()
    {
        using var archive = ZipFile.OpenRead(package.File);
        var binaries = archive
            .Entries.Select(entry => entry.FullName)
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Equal(
            [
                "analyzers/dotnet/cs/SoftmaxGen.Generators.dll",
                "analyzers/dotnet/roslyn4.14/cs/SoftmaxGen.Analyzers.dll",
                "analyzers/dotnet/roslyn4.14/cs/SoftmaxGen.CodeFixes.dll",
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
    public void The_links_of_its_readme_lead_somewhere()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        var readme = reader.ReadToEnd();
        var links = Regex.Matches(readme, @"\]\(([^)]*)\)").Select(link => link.Groups[1].Value).ToList();

        Assert.Contains("https://github.com/softmaxgen/softmaxgen/blob/main/docs/numerics.md#definitions", links);
        Assert.All(links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));
        // Nothing else is changed.
        Assert.Equal(
            File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot(), "README.md")).Trim(),
            readme
                .Replace("](https://github.com/softmaxgen/softmaxgen/blob/main/", "](", StringComparison.Ordinal)
                .Trim()
        );
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
        using var consumer = new ConsumerProject(package, template: "console", file: "Program.cs", Program);

        var output = consumer.Dotnet("run", "-c", "Release", "-warnaserror", "-p:AnalysisLevel=latest-all");

        Assert.Equal("0.5745217 1.5542173", output.Trim());
    }

    [Fact]
    public void A_declaration_that_cannot_work_is_an_error_that_says_so()
    {
        const string head = "[SoftmaxGen.SoftmaxHead(Classes = 1)] public partial class Head { }";
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", head);

        var failure = Assert.Throws<InvalidOperationException>(() => consumer.Dotnet("build"));

        Assert.Contains("SMG0001", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>It loads the fixes from the package as an editor does, and they what they use of the generator's assembly.</summary>
    [Fact]
    public void The_fixes_mend_declarations()
    {
        const string source = """
            public enum Act { Attack = 1, Flee }

            public class Game
            {
                [SoftmaxGen.SoftmaxHead(Labels = typeof(Act))]
                public class EnemyBrain { }
            }

            """;
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", source);

        consumer.Dotnet("format", "analyzers", "--diagnostics", "SMG0002", "SMG0009");

        Assert.Equal(
            source
                .Replace("Attack = 1", "Attack", StringComparison.Ordinal)
                .Replace("class", "partial class", StringComparison.Ordinal),
            consumer.Read("Class1.cs")
        );
        consumer.Dotnet("build", "-warnaserror");
    }

    [Fact]
    public void A_call_that_cannot_work_is_an_error_and_a_fix_mends_it()
    {
        const string source = """
            public static class Game
            {
                public static void Act(float[] logits) => EnemyBrain.Softmax(logits, new float[3]);
            }

            [SoftmaxGen.SoftmaxHead(Classes = 4)]
            public static partial class EnemyBrain { }

            """;
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", source);

        var failure = Assert.Throws<InvalidOperationException>(() => consumer.Dotnet("build"));
        Assert.Contains("SMG1001", failure.Message, StringComparison.Ordinal);

        consumer.Dotnet("format", "analyzers", "--diagnostics", "SMG1001");
        Assert.Contains("new float[EnemyBrain.Classes]", consumer.Read("Class1.cs"), StringComparison.Ordinal);
        consumer.Dotnet("build", "-warnaserror");
    }

    /// <summary>The compiler asks it of .NET Framework and .NET Standard projects: CS8002.</summary>
    [Fact]
    public void A_signed_project_may_reference_it()
    {
        const string head = "[SoftmaxGen.SoftmaxHead(Classes = 3)] public static partial class Head { }";
        using var consumer = Library("Class1.cs", head);
        var key = Path.Combine(PackedPackage.RepositoryRoot(), "src", "SoftmaxGen", "SoftmaxGen.snk");
        consumer.Edit(
            "<TargetFramework>net10.0</TargetFramework>",
            "<TargetFramework>netstandard2.0</TargetFramework>"
        );
        consumer.Edit("<ImplicitUsings>enable</ImplicitUsings>", "<LangVersion>9.0</LangVersion>");
        consumer.Edit(
            "<Nullable>enable</Nullable>",
            $"<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>{key}</AssemblyOriginatorKeyFile>"
        );

        consumer.Dotnet("build", "-warnaserror");
    }

    /// <summary>The compiler shows it in the .razor file.</summary>
    [Fact]
    public void A_head_in_the_code_of_a_razor_file_is_an_error_that_says_so()
    {
        const string component = """
            @using SoftmaxGen
            <p>@Brain.Classes</p>
            @code {
                [SoftmaxHead(Classes = 3)] public static partial class Brain { }
            }
            """;
        using var consumer = Library("Counter.razor", component);
        consumer.Edit("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Razor");
        consumer.Write("Directory.Build.targets", AspNetCore);

        var failure = Assert.Throws<InvalidOperationException>(() => consumer.Dotnet("build"));

        Assert.Contains("SMG0024", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Counter.razor(4,", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Every rule of the compiler and of the analyzers that people add is an error, and none is about what is generated.</summary>
    [Fact]
    public void No_analyzer_has_a_word_about_what_is_generated()
    {
        using var consumer = Library("Class1.cs", Heads);
        consumer.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = error\n");
        consumer.Write("Directory.Build.targets", StrictAnalyzers);

        var failure = Assert.Throws<InvalidOperationException>(() => consumer.Dotnet("build"));

        // They do run: the user's own file, all on one line each, is not to their liking.
        foreach (var rule in new[] { "SA1502", "RCS1251", "MA0048", "S1118", "CA1028" })
        {
            Assert.Contains(
                $"Class1.cs({rule}",
                Regex.Replace(failure.Message, @"\(\d+,\d+\): \w+ ", "("),
                StringComparison.Ordinal
            );
        }

        Assert.DoesNotContain(".g.cs", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A class library whose other packages come from the registry.</summary>
    private ConsumerProject Library(string file, string source) =>
        new(package, template: "classlib", file, source, withRegistry: true);

    private const string AspNetCore = """
        <Project>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
          </ItemGroup>
        </Project>
        """;

    private const string Heads = """
        [assembly: System.CLSCompliant(true)]
        namespace Game
        {
            public enum Act { Attack, Flee, Hide }
            [System.Obsolete("Use Act.")] public enum Trait : byte { Armed, Fast, Angry }
            [SoftmaxGen.SoftmaxHead(Classes = 4)] public static partial class EnemyBrain { }
            [SoftmaxGen.SoftmaxHead(Labels = typeof(Act), Temperature = 0.7, LabelSmoothing = 0.1, IgnoreIndex = -100,
                ClassWeights = new[] { 1.0, 2, 3 }, FullyMasked = SoftmaxGen.FullyMasked.Zero)] public static partial class All { }
            #pragma warning disable CS0618
            [SoftmaxGen.SoftmaxHead(Labels = typeof(Trait), Element = typeof(double))] public static partial class OfBytes { }
            [SoftmaxGen.SigmoidHead(Outputs = 3)] public static partial class Tags { }
            [SoftmaxGen.SigmoidHead(Outputs = 1)] public partial class One { }
        }
        """;

    private const string StrictAnalyzers = """
        <Project>
          <PropertyGroup>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <WarningLevel>9999</WarningLevel>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <Features>strict</Features>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="StyleCop.Analyzers.Unstable" Version="1.2.0.556" PrivateAssets="all" />
            <PackageReference Include="Roslynator.Analyzers" Version="5.0.1" PrivateAssets="all" />
            <PackageReference Include="SonarAnalyzer.CSharp" Version="9.32.0.97167" PrivateAssets="all" />
            <PackageReference Include="Meziantou.Analyzer" Version="3.0.321" PrivateAssets="all" />
            <PackageReference Include="Microsoft.VisualStudio.Threading.Analyzers" Version="18.12.1" PrivateAssets="all" />
          </ItemGroup>
        </Project>
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
