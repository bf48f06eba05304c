using System.Text.RegularExpressions;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>
/// The <c>using</c> directives of a file of ours. They stand inside the namespace, where they come before everything that a project
/// declares or imports, and each type has an alias of its own: a namespace may hold more than the framework puts there.
/// </summary>
internal static class UsingDirectives
{
    /// <summary>The types that emitted code names, by the name it has for them. Generic types cannot have an alias.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new SortedDictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["ArgumentException"] = "System",
        ["ArgumentOutOfRangeException"] = "System",
        ["BitConverter"] = "System",
        ["Math"] = "System",
        ["MemoryExtensions"] = "System",
        ["BitOperations"] = "System.Numerics",
        ["Unsafe"] = "System.Runtime.CompilerServices",
        ["MemoryMarshal"] = "System.Runtime.InteropServices",
        ["Vector128"] = "System.Runtime.Intrinsics",
        ["Vector256"] = "System.Runtime.Intrinsics",
        ["Vector512"] = "System.Runtime.Intrinsics",
        ["AdvSimd"] = "System.Runtime.Intrinsics.Arm",
        ["Avx"] = "System.Runtime.Intrinsics.X86",
        ["Avx2"] = "System.Runtime.Intrinsics.X86",
        ["Avx512F"] = "System.Runtime.Intrinsics.X86",
        ["Fma"] = "System.Runtime.Intrinsics.X86",
        ["Sse"] = "System.Runtime.Intrinsics.X86",
        ["Sse2"] = "System.Runtime.Intrinsics.X86",
        ["Sse41"] = "System.Runtime.Intrinsics.X86",
        ["Reduction"] = "SoftmaxGen",
    };

    /// <summary>The namespaces of the generic types.</summary>
    private static readonly (Regex Types, string Namespace)[] Generic =
    [
        (new Regex(@"Span<"), "System"),
        (new Regex(@"\bVector\d+<"), "System.Runtime.Intrinsics"),
    ];

    /// <summary>What checks are called by their names.</summary>
    private static readonly Regex Check = new(@"^(Require|Throw)|^(Overlap|LabelRange|OrIgnored)$");

    /// <summary>Those that a text needs.</summary>
    /// <param name="text">The code.</param>
    /// <param name="classes">The classes of ours whose members it calls by their names: checks, then what belongs to an element type.</param>
    public static string Of(string text, IReadOnlyList<string> classes)
    {
        var names = Identifiers.In(text);
        var namespaces = Generic.Where(generic => generic.Types.IsMatch(text)).Select(generic => generic.Namespace);
        var called = classes.Where((_, index) => index > 0 || names.Any(Check.IsMatch));
        return CodeBlock.Lines(
            namespaces
                .Select(space => $"using global::{space};")
                .Concat(
                    Types.Where(type => names.Contains(type.Key)).Select(type => Alias(type.Key, type.Value, type.Key))
                )
                .Concat(names.Contains("MethodImpl") ? MethodImpl : [])
                .Concat(
                    names.OrderBy(name => name, StringComparer.Ordinal).SelectMany(name => OfOurs(name, text, classes))
                )
                .Concat(called.Select(name => $"using static global::{GeneratedFile.Namespace}.{name};"))
        );
    }

    /// <summary>
    /// A type inside of a class whose members are called by their names: without an alias it would be as near as what is in
    /// the imported namespaces.
    /// </summary>
    private static IEnumerable<string> OfOurs(string name, string text, IEnumerable<string> classes) =>
        classes
            .Where((owner, index) => index == 0 ? TypesOfChecks.Contains(name) : TypeOfElements.IsMatch(name))
            .Where(_ => text.IndexOf($"struct {name}\n", StringComparison.Ordinal) < 0)
            .Select(owner => Alias(name, GeneratedFile.Namespace + "." + owner, name));

    private static readonly string[] TypesOfChecks = ["Parameter", "Noun"];

    private static readonly Regex TypeOfElements = new(
        "^(LossSum|(Reference|LaneSums|CompensatedSum|OutputSums)(128|256|512|Scalar))$"
    );

    /// <summary>An attribute is looked for with its suffix and without: an alias of what is no attribute leaves the one with it.</summary>
    private static readonly string[] MethodImpl =
    [
        Alias("MethodImpl", "System.Runtime.CompilerServices", "MethodImplOptions"),
        Alias("MethodImplAttribute", "System.Runtime.CompilerServices", "MethodImplAttribute"),
        "using static global::System.Runtime.CompilerServices.MethodImplOptions;",
    ];

    private static string Alias(string name, string space, string type) => $"using {name} = global::{space}.{type};";
}
