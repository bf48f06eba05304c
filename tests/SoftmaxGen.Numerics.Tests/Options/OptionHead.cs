using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>A head with options: its members, and the options as they stand in its attribute.</summary>
internal sealed record OptionHead(HeadKernels Kernels, HeadSettings Settings)
{
    public static IEnumerable<string> Names =>
        typeof(OptionHeads)
            .GetNestedTypes(BindingFlags.NonPublic)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);

    /// <summary>One of <see cref="OptionHeads"/>.</summary>
    public static OptionHead Named(string name) =>
        Bind(typeof(OptionHeads).GetNestedType(name, BindingFlags.NonPublic)!);

    public static OptionHead Bind(Type type) => new(HeadKernels.Bind(type), WrittenSettings.Of(type));

    /// <summary>The same head as source text, for a compilation of its own.</summary>
    public string Declaration(string name) => WrittenSettings.Declaration(Settings, name);
}
