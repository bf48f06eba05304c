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

    private static T? Value<T>(Dictionary<string, CustomAttributeTypedArgument> written, string option)
        where T : struct => written.TryGetValue(option, out var value) ? (T)value.Value! : null;

    private static double[]? Weights(Dictionary<string, CustomAttributeTypedArgument> written) =>
        written.TryGetValue("ClassWeights", out var weights)
            ? [.. ((IEnumerable<CustomAttributeTypedArgument>)weights.Value!).Select(weight => (double)weight.Value!)]
            : null;
}
