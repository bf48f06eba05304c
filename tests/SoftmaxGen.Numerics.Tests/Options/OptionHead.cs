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

    // The attribute as an object does not tell whether IgnoreIndex was written; as data it does.
    public static OptionHead Bind(Type type)
    {
        Dictionary<string, CustomAttributeTypedArgument> written = type.GetCustomAttributesData()
            .Single(attribute => attribute.AttributeType == typeof(SoftmaxHeadAttribute))
            .NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue);
        var kernels = HeadKernels.Bind(type);
        var settings = new HeadSettings
        {
            Classes = kernels.Classes,
            Temperature = Value<double>(written, "Temperature") ?? 1,
            LabelSmoothing = Value<double>(written, "LabelSmoothing") ?? 0,
            IgnoreIndex = Value<int>(written, "IgnoreIndex"),
            ClassWeights = Weights(written),
            FullyMaskedIsZero = Value<int>(written, "FullyMasked") == (int)FullyMasked.Zero,
        };
        return new OptionHead(kernels, settings.Rounded());
    }

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

    private static T? Value<T>(Dictionary<string, CustomAttributeTypedArgument> written, string option)
        where T : struct => written.TryGetValue(option, out var value) ? (T)value.Value! : null;

    private static double[]? Weights(Dictionary<string, CustomAttributeTypedArgument> written) =>
        written.TryGetValue("ClassWeights", out var weights)
            ? [.. ((IEnumerable<CustomAttributeTypedArgument>)weights.Value!).Select(weight => (double)weight.Value!)]
            : null;
}
