using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>A sum of doubles that keeps what its additions round off.</summary>
internal static class CompensatedSumTemplate
{
    public static string Struct(LaneSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>A sum, and what its additions have rounded off.</summary>
            internal struct CompensatedSum{{lanes.Suffix}}
            {
                private {{lanes.Type}} sum, lost;

                {{Attributes.Inline}}
                public void Add({{lanes.Type}} term)
                {
                    // What each of the two has lost of itself, without a rounding (Knuth's TwoSum).
                    var next = sum + term;
                    var added = next - sum;
                    lost += (sum - (next - added)) + (term - added);
                    sum = next;
                }

                /// <summary>The sum with what was lost, which is NaN and does not count where the sum is infinite.</summary>
                {{Attributes.Inline}}
                public readonly {{lanes.Type}} Total() => sum + {{LostIfFinite(lanes)}};
            }
            """
        );

    private static string LostIfFinite(LaneSyntax lanes) =>
        lanes is VectorSyntax vector
            ? $"(lost & {vector.Class}.LessThan({vector.Class}.Abs(lost), {vector.Constant("double.PositiveInfinity")}))"
            : "(Math.Abs(lost) < double.PositiveInfinity ? lost : 0)";
}
