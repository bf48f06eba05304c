using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SoftmaxGen.Tests.Shared;

/// <summary>A framework that heads are compiled against.</summary>
internal sealed record Framework(string Name, IReadOnlyList<MetadataReference> References)
{
    /// <summary>The one that the tests run on.</summary>
    public static Framework Current { get; } =
        new(
            "net10.0",
            Files(
                ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                    .Split(Path.PathSeparator)
                    .Where(IsFramework)
            )
        );

    public static Framework Net8 { get; } =
        new("net8.0", Files(Directory.GetFiles(Metadata("Net8References"), "*.dll")));

    /// <summary>.NET Standard 2.0 with System.Memory: no vectors, no hardware intrinsics, no MathF.</summary>
    public static Framework NetStandard { get; } =
        new(
            "netstandard2.0",
            Files([
                .. Directory.GetFiles(Metadata("NetStandardReferences"), "*.dll"),
                .. Directory.GetFiles(Metadata("SystemMemoryReference"), "*.dll"),
            ])
        );

    /// <summary>The attributes that users write, compiled against this framework.</summary>
    public MetadataReference Attributes { get; } = CompileAttributes(References);

    public override string ToString() => Name;

    private static MetadataReference CompileAttributes(IReadOnlyList<MetadataReference> references)
    {
        var resources = typeof(Framework)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Attributes.", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "SoftmaxGen",
            resources.Select(name => CSharpSyntaxTree.ParseText("using System;\n" + ReadResource(name))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(Framework).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    // The test host adds the test's own assemblies to the list.
    private static bool IsFramework(string path) =>
        Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static IReadOnlyList<MetadataReference> Files(IEnumerable<string> paths) =>
        [.. paths.Select(path => MetadataReference.CreateFromFile(path))];

    private static string Metadata(string key) =>
        typeof(Framework)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
