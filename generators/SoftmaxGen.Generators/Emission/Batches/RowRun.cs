using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>What kernels share that take rows one after the other, until too few are left or one has a large logit.</summary>
internal static class RowRun
{
    /// <summary>What a kernel of many rows gives, and returns.</summary>
    public static string Documentation(string results) =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{results}} of as many rows at a time as a vector has lanes.</summary>
            /// <returns>How many rows are left: too few, or those from where a large logit is.</returns>
            """
        );

    /// <summary>Whether one of the largest logits is large.</summary>
    public static string HasLarge(VectorSyntax lanes) =>
        $"{lanes.Class}.GreaterThanOrEqualAny({lanes.Class}.Abs(max), {lanes.Constant("LargeLogit")})";

    /// <summary>Rows among which is one with a large logit are left to the kernel of a single row.</summary>
    public static string StopAtLarge(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            if ({{HasLarge(lanes)}})
            {
                break;
            }
            """
        );

    /// <summary>A statement that moves a reference on.</summary>
    public static string Advance(string reference, int elements) =>
        CodeBlock.Render($"{reference} = ref Unsafe.Add(ref {reference}, {elements});");
}
