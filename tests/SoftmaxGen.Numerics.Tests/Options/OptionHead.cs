using System.Globalization;
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
    public string Declaration(string name)
    {
        List<string> options = [$"Classes = {Settings.Classes}"];
        if (Settings.Temperature != 1)
            options.Add($"Temperature = {Text(Settings.Temperature)}");
        if (Settings.LabelSmoothing != 0)
            options.Add($"LabelSmoothing = {Text(Settings.LabelSmoothing)}");
        if (Settings.IgnoreIndex is { } label)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"IgnoreIndex = {label}"));
        if (Settings.ClassWeights is { } weights)
            options.Add($"ClassWeights = new double[] {{ {string.Join(", ", weights.Select(Text))} }}");
        if (Settings.FullyMaskedIsZero)
            options.Add("FullyMasked = SoftmaxGen.FullyMasked.Zero");
        return $"[SoftmaxGen.SoftmaxHead({string.Join(", ", options)})] public static partial class {name} {{ }}";
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
