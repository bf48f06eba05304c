using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>Softmax, log-softmax and the logarithm of the sum they share.</summary>
internal static class SoftmaxTemplate
{
    public static string Softmax(RowCode code, string attribute)
    {
        var exponentials = Exponentials(code);
        return CodeBlock.Render(
            $$"""
            {{code.Documentation("The probabilities")}}
            {{attribute}}
            {{code.Access}} static {{code.KernelType}} Softmax{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "probabilities"
            )}}{{code.RowsParameter}})
            {
                {{code.SoftmaxOfAllRows(exponentials)}}
            }
            """
        );
    }

    /// <summary>What rows with large logits begin with.</summary>
    public static string ShiftRow(RowCode code)
    {
        var differences = new MapPass([Operand.Logits], [], local => $"{local("z")} - max", "differences");
        return CodeBlock.Render(
            $$"""
            /// <summary>The logits less the largest one, which is exact where they matter.</summary>
            {{Attributes.Inline}}
            {{code.Access}} static void ShiftRow{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "differences"
            )}}, {{code.Lanes.Type}} max)
            {
                {{code.Map(differences)}}
            }
            """
        );
    }

    /// <summary>m and log(1 + s'/e^m), from which every logarithm of a row is built without cancellation.</summary>
    public static string LogOfSum(RowCode code, string attribute) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest logit, and how far log-sum-exp lies above it: log(1 + the other terms / the largest).</summary>
            {{attribute}}
            {{code.Access}} static {{code.ResultType}} LogOfSum{{code.Suffix}}({{code.Lanes.Input(
                "logits"
            )}}, out {{code.ResultType}} largest)
            {
                {{code.Load(Operand.Logits)}}
                {{code.MaxAndFirst}}
                {{SumOfOthers(code)}}

                largest = {{code.Result("max")}};
                {{code.InfinityComment}}
                return {{code.LogOnePlusQuotient(Others(code))}};
            }
            """
        );

    public static string LogSoftmax(RowCode code, string attribute)
    {
        if (code.IsWide)
        {
            return WideLogSoftmax(code);
        }

        var logProbability = new LogProbability(code, code.Top);
        var pass = new MapPass([Operand.Logits], [], local => logProbability.Of(local("z")), "logProbabilities");
        var body = new KernelBody(
            code.Load(Operand.Logits),
            CodeBlock.Lines(
                code.Max("max"),
                MaskedRow.Writes(code, "logProbabilities", $"{code.Lanes.T}.NegativeInfinity")
            ),
            CodeBlock.Stack(
                CodeBlock.Lines(code.First("max"), SumOfOthers(code, "logProbabilities")),
                CodeBlock.Lines(
                    code.InfinityComment,
                    LogInEveryLane(code, Others(code)),
                    logProbability.ScaledLargest,
                    code.Map(pass)
                )
            ),
            "",
            ["logProbabilities"]
        );
        return CodeBlock.Render(
            $$"""
            {{code.Documentation("The logarithms of the probabilities")}}
            {{attribute}}
            {{code.Access}} static {{code.KernelType}} LogSoftmax{{code.Suffix}}({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "logProbabilities"
            )}}{{code.RowsParameter}})
            {
                {{code.ForAllRows(body)}}
            }
            """
        );
    }

    /// <summary>In code wider than the elements the two parts of log-sum-exp lose nothing as elements.</summary>
    private static string WideLogSoftmax(RowCode code)
    {
        var logProbability = new LogProbability(code, "max").Of("(double)logits[i]");
        return CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{code.Access}} static void LogSoftmaxScalar({{code.Lanes.Input("logits")}}, {{code.Lanes.Output(
                "logProbabilities"
            )}})
            {
                var log = LogOfSumScalar(logits, out var max);
                {{MaskedRow.Writes(code, "logProbabilities", $"{code.Lanes.T}.NegativeInfinity")}}
                for (var i = 0; i < logits.Length; i++)
                {
                    {{code.Lanes.Store(logProbability, "logProbabilities", "i")}}
                }
            }
            """
        );
    }

    /// <summary>Declares <c>log</c>, log(1 + others / largest), for the passes that use it for every class.</summary>
    public static string LogInEveryLane(RowCode code, SumPass others)
    {
        var log = code.LogOnePlusQuotient(others);
        return code.ResultType == code.Lanes.T && !code.IsScalar
            ? $"var log = {code.Lanes.Constant(log)};"
            : $"var log = {log};";
    }

    /// <summary>The terms of softmax, stored where the probabilities will be, and their sum.</summary>
    public static SumPass Exponentials(RowCode code) =>
        new([Operand.Logits], [code.Exponential], [new RowSum("sum", "e")], "probabilities");

    /// <summary>The sum of the terms without the largest.</summary>
    public static SumPass Others(RowCode code) =>
        new([Operand.Logits], [code.Exponential], [new RowSum("others", "e", WithoutFirst: true)], KeepsTerms: false);

    private static string SumOfOthers(RowCode code, string? output = null) =>
        CodeBlock.Render(
            $$"""
            {{code.Reference(output)}}

            {{code.Sum(Others(code))}}
            """
        );
}
