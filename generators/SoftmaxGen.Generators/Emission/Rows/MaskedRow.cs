using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// What a row of masks alone gives where that is not NaN. Kernels of single rows look for it: kernels of many rows hand rows
/// over to them whose largest logit is infinite.
/// </summary>
internal static class MaskedRow
{
    /// <summary>Leaves a kernel that writes a row.</summary>
    public static string Writes(RowCode code, string output, string value) => Leave(code, output, value, "");

    /// <summary>Leaves a kernel that returns a loss.</summary>
    public static string Returns(RowCode code) => Leave(code, null, "", code.Lanes.Element.Zero);

    /// <summary>Leaves a kernel that writes a gradient and returns a loss.</summary>
    public static string WritesAndReturns(RowCode code, string output) =>
        Leave(code, output, code.Lanes.Element.Zero, code.Lanes.Element.Zero);

    /// <summary>The same where the largest logit is a number.</summary>
    public static string ReturnsBy(RowCode code, string largest) =>
        Leave(code, largest, null, "", code.Lanes.Element.Zero);

    private static string Leave(RowCode code, string? output, string value, string result) =>
        Leave(code, code.Lanes.ToElement("max"), output, value, result);

    private static string Leave(RowCode code, string largest, string? output, string value, string result)
    {
        if (code is not SingleRowCode || !code.Plan.Options.ZeroWhereMasked)
        {
            return "";
        }

        var infinity = $"{(largest == "max" ? code.Lanes.Type : code.Lanes.T)}.NegativeInfinity";
        var fill =
            output is null ? ""
            : value == code.Lanes.Element.Zero ? $"{Span(code, output)}.Clear();"
            : $"{Span(code, output)}.Fill({value});";
        return CodeBlock.Render(
            $$"""
            if ({{largest}} == {{infinity}} && IsMasked({{Span(code, "logits")}}))
            {
                {{CodeBlock.Lines(fill, result.Length == 0 ? "return;" : $"return {result};")}}
            }
            """
        );
    }

    private static string Span(RowCode code, string row) => code.IsScalar ? row : $"RowSpan(ref {row})";
}
