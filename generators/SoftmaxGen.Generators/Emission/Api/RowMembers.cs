using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The members about one row that the user calls, but for losses and gradients. Each hands over to the kernel class.</summary>
internal sealed class RowMembers(KernelPlan plan, TypeModel head, LabelType? labels)
    : MemberDocumentation(plan.Kernel, head, plan.Classes, ElementSyntax.Of(plan.Element).Type)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    public string Render() =>
        CodeBlock.Stack(
            Constant(),
            Softmax(),
            LogSoftmax(),
            LogSumExp(),
            Predict(),
            CodeBlock.Stack(Forms.Select(TopK)),
            Sample()
        );

    private readonly OptionRemarks options = new(plan);

    private IEnumerable<LabelForm> Forms => FormsOf(labels);

    /// <summary>What a class is returned as.</summary>
    private LabelForm Returned => Forms.Last();

    private string Constant() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The number of classes: the length of a row.</summary>
            {{Stamp}}
            public const int Classes = {{Classes}};
            """
        );

    private string Softmax() =>
        Member(
            $$"""
            /// <summary>Turns one row of logits into probabilities: p[i] = exp(z[i] - max z) / sum of exp(z[j] - max z).</summary>
            /// <remarks>
            /// Within 5 ULP (8 at worst) at every magnitude, down to subnormal. -infinity is a mask: exactly 0.
            /// {{NotANumber}}{{Also(options.OfSoftmax)}}
            /// </remarks>
            {{Row("logits", "The logits")}}
            {{Row(
                "probabilities",
                "Receives the probabilities",
                "May be the same memory as <paramref name=\"logits\"/>."
            )}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void Softmax({Input} logits, {Output} probabilities)",
            "Softmax",
            "logits, probabilities"
        );

    private string LogSoftmax() =>
        Member(
            $$"""
            /// <summary>Turns one row of logits into logarithms of probabilities, in nats: (z[i] - max z) - log of the sum of exp(z[j] - max z).</summary>
            {{Remarks(
                "Within 5 ULP (8 at worst) at every magnitude: a logarithm of -1e-12 is not rounded to 0. -infinity stays -infinity.",
                plan.Options.ZeroWhereMasked ? "So does a row of -infinity alone." : "",
                options.OfLogSumExp
            )}}
            {{Row("logits", "The logits")}}
            {{Row(
                "logProbabilities",
                "Receives the logarithms",
                "May be the same memory as <paramref name=\"logits\"/>."
            )}}
            {{Throws("A span has another length, or the two overlap in part.")}}
            """,
            $"void LogSoftmax({Input} logits, {Output} logProbabilities)",
            "LogSoftmax",
            "logits, logProbabilities"
        );

    private string LogSumExp() =>
        Member(
            $$"""
            /// <summary>The logarithm of the sum of exp(z[j]), which never overflows: max z + log of the sum of exp(z[j] - max z).</summary>
            {{Remarks(options.OfLogSumExp)}}
            {{Row("logits", "The logits")}}
            /// <returns>Log-sum-exp in nats; -infinity where every logit is -infinity, NaN where one is NaN or +infinity.</returns>
            {{Throws("The span has another length.")}}
            """,
            $"{T} LogSumExp({Input} logits)",
            "LogSumExp",
            "logits"
        );

    private string Predict() =>
        Member(
            $$"""
            /// <summary>The class with the largest score: argmax.</summary>
            {{Row("scores", "Logits or probabilities")}}
            /// <returns>The lowest index of the largest score; of the first NaN, where there is one.</returns>
            {{Throws("The span has another length.")}}
            """,
            $"{Returned.Type} Predict({Input} scores)",
            "Predict",
            "scores",
            Returned
        );

    private string TopK(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The classes with the largest scores, as many as the spans have room for, the largest first.</summary>
            /// <remarks>Of equal scores the lower class comes first, and NaN before any number, as <c>Predict</c> has it.</remarks>
            {{Row("scores", "Logits or probabilities")}}
            /// <param name="labels">Receives the classes: up to {{Classes}} elements.</param>
            /// <param name="values">Receives their scores: as many elements.</param>
            {{Throws("A length does not fit, or two spans overlap.")}}
            """,
            $"void TopK({Input} scores, {OutputOf(form.Type)} labels, {Output} values)",
            "TopK",
            $"scores, {form.SpanArgument("labels")}, values"
        );

    private string Sample() =>
        Member(
            $$"""
            /// <summary>Draws a class with the probability that softmax gives it, by the inverse of the cumulative distribution.</summary>
            {{Row("logits", "The logits")}}
            /// <param name="uniform">A uniform random number in [0, 1], for instance <c>random.Next{{element.Name}}()</c>; 1 counts as the largest {{T}} below 1.</param>
            /// <returns>The lowest class whose cumulative probability exceeds <paramref name="uniform"/>; never one of probability 0.</returns>
            {{Throws(
                "The span has another length, or the row has no distribution: a logit is NaN or +infinity, or all are -infinity."
            )}}
            {{ThrowsRange("<paramref name=\"uniform\"/> is NaN or outside [0, 1].")}}
            """,
            $"{Returned.Type} Sample({Input} logits, {T} uniform)",
            "Sample",
            "logits, uniform",
            Returned
        );

    private string NotANumber =>
        plan.Options.ZeroWhereMasked
            ? "A NaN or a +infinity makes every probability NaN."
            : "A NaN, a +infinity or nothing but -infinity makes every probability NaN.";

    private static string Also(string remark) => remark.Length == 0 ? "" : $"\n/// {remark}";
}
