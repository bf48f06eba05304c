using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Folds the lanes of one vector: the upper half onto the lower one, until one lane is left.</summary>
internal sealed class LanesFoldTemplate(KernelPlan plan, BatchPlan batch)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    /// <summary>512 bits are halved first.</summary>
    private VectorSyntax Folded => batch.Bits == 512 ? lanes.Half : lanes;

    public string Max() => Fold("MaxOfLanes", "The largest lane, in every lane.", Folded.Max);

    public string Sum() =>
        Fold(
            "SumOfLanes",
            "The sum of the lanes, in every lane: the upper half is added to the lower one until one is left.",
            (a, b) => $"{a} + {b}"
        );

    private string Fold(string name, string summary, Func<string, string, string> combine) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} {{name}}({{lanes.Type}} v)
            {
                {{Body(name, combine)}}
            }
            """
        );

    /// <summary>Halves are exchanged, not split off, so that the result is in every lane.</summary>
    private string Body(string name, Func<string, string, string> combine) =>
        (batch.Bits, batch.Lanes) switch
        {
            // Two classes stand in a vector of floats twice, and are folded once.
            (128, 4) when plan.Classes == 2 =>
                $"return {combine("v", "Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2))")};",
            (128, 2) => $"return {combine("v", "Vector128.Shuffle(v, Vector128.Create(1, 0))")};",
            (128, _) => CodeBlock.Lines(
                $"v = {combine("v", "Vector128.Shuffle(v, Vector128.Create(2, 3, 0, 1))")};",
                $"return {combine("v", "Vector128.Shuffle(v, Vector128.Create(1, 0, 3, 2))")};"
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
                $"var half = {name}({combine("v.GetLower()", "v.GetUpper()")});",
                $"return {lanes.Constant("half.ToScalar()")};"
            ),
        };
}
