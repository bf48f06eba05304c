namespace SoftmaxGen.Generators.Emission;

/// <summary>Softmax, log-softmax and the logarithm of the sum they share.</summary>
internal static class SoftmaxTemplate
{
    public static string Softmax(RowCode code)
    {
        var exponentials = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")], "probabilities");
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void Softmax{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "probabilities"
            )}})
            {
                {{code.Load(Operand.Logits)}}
                {{code.Max("max")}}
                {{code.Reference("max")}}

                {{code.Sum(exponentials)}}

                {{code.MapStored(exponentials, e => $"{e} / sum")}}
            }
            """
        );
    }

    /// <summary>m and log(1 + s'/e^m), from which every logarithm of a row is built without cancellation.</summary>
    public static string LogOfSum(RowCode code)
    {
        var others = new SumPass([Operand.Logits], [code.Exponential], [new RowSum("others", "e", WithoutFirst: true)]);
        return CodeBlock.Render(
            $$"""
            /// <summary>The largest logit, and how far log-sum-exp lies above it: log(1 + the other terms / the largest).</summary>
            {{Attributes.Inline}}
            private static float LogOfSum{{code.Suffix}}({{code.Lanes.Input("logits")}}, out float largest)
            {
                {{code.Load(Operand.Logits)}}
                {{code.Max("max")}}
                var first = {{code.First("max")}};
                {{code.Reference("max")}}

                {{code.Sum(others)}}

                largest = {{code.Lanes.ToFloat("max")}};
                {{code.InfinityComment}}
                return {{code.LogOnePlusQuotient("others")}};
            }
            """
        );
    }

    public static string LogSoftmax(RowCode code)
    {
        var pass = new MapPass([Operand.Logits], [], local => $"{local("z")} - largest - log", "logProbabilities");
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void LogSoftmax{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "logProbabilities"
            )}}, float max, float logOfSum)
            {
                {{code.Load(Operand.Logits)}}
                var largest = {{Broadcast(code, "max")}};
                var log = {{Broadcast(code, "logOfSum")}};

                {{code.Map(pass)}}
            }
            """
        );
    }

    public static string Broadcast(RowCode code, string value) =>
        code.IsScalar ? $"(double){value}" : code.Lanes.Constant(value);
}
