using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>Folds the lanes of one vector: the upper half onto the lower one, until one lane is left.</summary>
internal static class LanesFoldTemplate
{
    private const string SummaryOfSum =
        "The sum of the lanes, in every lane: the upper half is added to the lower one until one is left.";

    private const string PairOrder = "Vector128.Create(1, 0, 3, 2)";

    public static string Max(VectorSyntax lanes) =>
        Fold(lanes, "MaxOfLanes", "The largest lane, in every lane.", Folded(lanes).Max);

    public static string Sum(VectorSyntax lanes) => Fold(lanes, "SumOfLanes", SummaryOfSum, Added);

    /// <summary>Two classes stand in a vector twice, and are folded once.</summary>
    public static string MaxOfPair(VectorSyntax lanes) =>
        OfPair(lanes, "MaxOfPair", "The larger of two classes, which stand in the vector twice.", lanes.Max);

    public static string SumOfPair(VectorSyntax lanes) =>
        OfPair(lanes, "SumOfPair", "The sum of two classes, which stand in the vector twice.", Added);

    private static string Added(string a, string b) => $"{a} + {b}";

    /// <summary>512 bits are halved first.</summary>
    private static VectorSyntax Folded(VectorSyntax lanes) => lanes.Bits == 512 ? lanes.Half : lanes;

    private static string OfPair(
        VectorSyntax lanes,
        string name,
        string summary,
        Func<string, string, string> combine
    ) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} {{name}}({{lanes.Type}} v) =>
                {{combine("v", $"Vector128.Shuffle(v, {PairOrder})")}};
            """
        );

    private static string Fold(VectorSyntax lanes, string name, string summary, Func<string, string, string> combine) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} {{name}}({{lanes.Type}} v)
            {
                {{Body(lanes, name, combine)}}
            }
            """
        );

    /// <summary>Halves are exchanged, not split off, so that the result is in every lane.</summary>
    private static string Body(VectorSyntax lanes, string name, Func<string, string, string> combine) =>
        (lanes.Bits, lanes.Count) switch
        {
            (128, 2) => $"return {combine("v", "Vector128.Shuffle(v, Vector128.Create(1, 0))")};",
            (128, _) => CodeBlock.Lines(
                $"v = {combine("v", "Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1))")};",
                $"return {combine("v", $"Vector128.Shuffle(v, {PairOrder})")};"
            ),
            (256, 4) => CodeBlock.Lines(
                $"v = {combine("v", "Avx.Permute2x128(v, v, 1)")};",
                $"return {combine("v", "Avx.Permute(v, 0b0101)")};"
            ),
            (256, _) => CodeBlock.Lines(
                $"v = {combine("v", "Avx.Permute2x128(v, v, 1)")};",
                $"v = {combine("v", "Avx.Permute(v, 0b01_00_11_10)")};",
                $"return {combine("v", "Avx.Permute(v, 0b10_11_00_01)")};"
            ),
            _ => CodeBlock.Lines(
                $"var half = {name}({combine(lanes.Lower("v"), lanes.Upper("v"))});",
                $"return {lanes.Constant("Vector256.ToScalar(half)")};"
            ),
        };
}
