using System.Globalization;
using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The options of a softmax head as they stand in its attribute, rounded to its element type.</summary>
internal static class WrittenSettings
{
    // The attribute as an object does not tell whether IgnoreIndex was written; as data it does.
    public static HeadSettings Of(Type head)
    {
        Dictionary<string, CustomAttributeTypedArgument> written = head.GetCustomAttributesData()
            .Single(attribute => attribute.AttributeType == typeof(SoftmaxHeadAttribute))
            .NamedArguments.ToDictionary(argument => argument.MemberName, argument => argument.TypedValue);
        var settings = new HeadSettings
        {
            Classes = Member.Constant(head, "Classes"),
            IsDouble = written.TryGetValue("Element", out var element) && (Type)element.Value! == typeof(double),
            Temperature = Value<double>(written, "Temperature") ?? 1,
            LabelSmoothing = Value<double>(written, "LabelSmoothing") ?? 0,
            IgnoreIndex = Value<int>(written, "IgnoreIndex"),
            ClassWeights = Weights(written),
            FullyMaskedIsZero = Value<int>(written, "FullyMasked") == (int)FullyMasked.Zero,
        };
        return settings.Rounded();
    }

    /// <summary>A head with these options as source text, for a compilation of its own.</summary>
    public static string Declaration(HeadSettings settings, string name)
    {
        List<string> options = [$"Classes = {settings.Classes}"];
        if (settings.IsDouble)
            options.Add("Element = typeof(double)");
        if (settings.Temperature != 1)
            options.Add($"Temperature = {Text(settings.Temperature)}");
        if (settings.LabelSmoothing != 0)
            options.Add($"LabelSmoothing = {Text(settings.LabelSmoothing)}");
        if (settings.IgnoreIndex is { } label)
            options.Add(string.Create(CultureInfo.InvariantCulture, $"IgnoreIndex = {label}"));
        if (settings.ClassWeights is { } weights)
            options.Add($"ClassWeights = {Array(weights)}");
        if (settings.FullyMaskedIsZero)
            options.Add("FullyMasked = SoftmaxGen.FullyMasked.Zero");
        return $"[SoftmaxGen.SoftmaxHead({string.Join(", ", options)})] public static partial class {name} {{ }}";
    }

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Array(double[] values) => $"new double[] {{ {string.Join(", ", values.Select(Text))} }}";

    private static T? Value<T>(Dictionary<string, CustomAttributeTypedArgument> written, string option)
        where T : struct => written.TryGetValue(option, out var value) ? (T)value.Value! : null;

    private static double[]? Weights(Dictionary<string, CustomAttributeTypedArgument> written) =>
        written.TryGetValue("ClassWeights", out var weights)
            ? [.. ((IEnumerable<CustomAttributeTypedArgument>)weights.Value!).Select(weight => (double)weight.Value!)]
            : null;
}
