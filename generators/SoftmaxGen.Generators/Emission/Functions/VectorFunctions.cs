using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>What the kernels of one width call, whatever the class count: elementary functions, then operations on lanes.</summary>
internal sealed class VectorFunctions(VectorSyntax lanes, Attributes attributes)
{
    private string Type => lanes.Type;

    private bool IsFloat => lanes.Element.Bits == 32;

    public string Render() =>
        CodeBlock.Stack(
            new ExpTemplate(temperature: null).Methods(lanes),
            LogTemplate.VectorLog(lanes),
            LogTemplate.VectorLogOnePlus(lanes),
            LogTemplate.Polynomial(lanes),
            LogTemplate.ExponentOf(lanes),
            LossTemplate.WeightedMethod(lanes),
            Quotient(),
            lanes.HasOwnMath ? OwnMath() : "",
            lanes.RunsUnfused ? new UnfusedTemplate(lanes, attributes).Render() : "",
            Select(),
            LanesFoldTemplate.Max(lanes),
            // Rows of floats that fill 512 bits have more classes than are added plainly.
            IsFloat && lanes.Bits == 512
                ? ""
                : LanesFoldTemplate.Sum(lanes),
            LaneSums(),
            Matches(),
            WithLargest(lane: 0),
            // Two halves are joined for a single row in 256 bits only.
            lanes.Bits == 256
                ? WithLargest(lanes.Count / 2)
                : "",
            lanes.PicksLanes ? LaneAt() : "",
            LaneAccessTemplate.LaneOf(lanes),
            LabelAccessTemplate.Shared(lanes),
            LabelLogarithm.Shared(lanes)
        );

    private string LaneSums() =>
        CodeBlock.Stack(IsFloat ? "" : CompensatedSumTemplate.Struct(lanes), LaneSumsTemplate.Struct(lanes));

    private string Quotient() =>
        CodeBlock.Render(
            $$"""
            /// <summary>e / sum by its reciprocal: the remainder rounds the product as a division would.</summary>
            {{Attributes.Inline}}
            internal static {{Type}} Quotient({{Type}} e, {{Type}} minusSum, {{Type}} reciprocal)
            {
                {{lanes.Unfused("return UnfusedQuotient(e, minusSum, reciprocal);")}}
                var quotient = e * reciprocal;
                return {{lanes.Fused.MultiplyAdd(
                lanes.Fused.MultiplyAdd("quotient", "minusSum", "e"),
                "reciprocal",
                "quotient"
            )}};
            }
            """
        );

    /// <summary>Maximum and fused multiply-add, where no framework method serves every machine.</summary>
    private string OwnMath() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The larger lanes; <paramref name="b"/> where one is NaN, or NaN.</summary>
            {{Attributes.Inline}}
            internal static {{Type}} Max({{Type}} a, {{Type}} b) =>
                {{(
                IsFloat
                    ? "Sse.IsSupported ? Sse.Max(a, b) : AdvSimd.Max(a, b)"
                    : "Sse2.IsSupported ? Sse2.Max(a, b) : AdvSimd.Arm64.Max(a, b)"
            )}};

            /// <summary>a b + c, rounded once.</summary>
            {{Attributes.Inline}}
            internal static {{Type}} FusedMultiplyAdd({{Type}} a, {{Type}} b, {{Type}} c) =>
                Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : {{(
                IsFloat ? "AdvSimd" : "AdvSimd.Arm64"
            )}}.FusedMultiplyAdd(c, a, b);
            """
        );

    /// <summary>The framework's own select is three operations where a blend is one.</summary>
    private string Select() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lanes of a where the mask is set, else those of b.</summary>
            {{Attributes.Inline}}
            internal static {{Type}} Select({{Type}} mask, {{Type}} a, {{Type}} b) =>
                {{(
                lanes.Bits switch
                {
                    128 => "Sse41.IsSupported ? Sse41.BlendVariable(b, a, mask) : Vector128.ConditionalSelect(mask, a, b)",
                    256 => "Avx.BlendVariable(b, a, mask)",
                    _ => "Vector512.ConditionalSelect(mask, a, b)",
                }
            )}};
            """
        );

    private string Matches() =>
        CodeBlock.Render(
            $$"""
            /// <summary>One bit for each lane that equals its counterpart.</summary>
            {{Attributes.Inline}}
            internal static ulong Matches({{Type}} a, {{Type}} b) =>
                {{lanes.Class}}.ExtractMostSignificantBits({{lanes.Class}}.Equals(a, b));
            """
        );

    /// <summary>How a vector is called that has the largest logit in a lane which is to spare.</summary>
    public static string WithLargestIn(int lane) => lane == 0 ? "WithLargest" : "WithLargestInUpper";

    private string WithLargest(int lane)
    {
        var bits = Enumerable.Range(0, lanes.Count).Select(i => i == lane ? "-1" : "0");
        var mask = lanes.AsElements($"{lanes.Class}.Create({string.Join(", ", bits)})");
        return CodeBlock.Render(
            $$"""
            /// <summary>The logits, with the largest one in lane {{lane}}, whose class stands elsewhere too.</summary>
            {{Attributes.Inline}}
            internal static {{Type}} {{WithLargestIn(lane)}}({{Type}} z, {{Type}} max) =>
                {{(
                lanes.Bits switch
                {
                    128 => $"Vector128.ConditionalSelect({mask}, max, z)",
                    256 => CodeBlock.Render($"Avx.Blend(z, max, {1 << lane})"),
                    _ => $"Avx512F.BlendVariable(z, max, {mask})",
                }
            )}};
            """
        );
    }

    private string LaneAt() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lane at an index, in the lowest lane. Higher bits of the index do not count.</summary>
            {{Attributes.Inline}}
            internal static {{Type}} LaneAt({{Type}} v, int index) =>
                {{(
                lanes.Count switch
                {
                    4 => "Avx.IsSupported ? Avx.PermuteVar(v, Vector128.CreateScalarUnsafe(index)) : Sse2.IsSupported ? Vector128.Create(LaneOf(ref v, (nuint)(uint)index & 3)) : Vector128.Shuffle(v, Vector128.Create(index & 3))",
                    8 => "Avx2.PermuteVar8x32(v, Vector256.CreateScalarUnsafe(index))",
                    _ => "Avx512F.PermuteVar16x32(v, Vector512.CreateScalarUnsafe(index))",
                }
            )}};
            """
        );
}
