using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The members about one row that the user calls. Each hands over to the kernel class.</summary>
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
            Sample(),
            CodeBlock.Stack(Forms.Select(CrossEntropyOfLabel)),
            CrossEntropyOfTarget(),
            CodeBlock.Stack(Forms.Select(FromProbabilitiesOfLabel)),
            FromProbabilitiesOfTarget(),
            CodeBlock.Stack(Forms.Select(GradientOfLabel)),
            GradientOfTarget(),
            SoftmaxGradient()
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

    private string CrossEntropyOfLabel(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a label, in nats: -log softmax(z)[label].</summary>
            {{Remarks(
                plan.Options.Losses is null
                    ? "Within 5 ULP (8 at worst) at every magnitude: a loss of 1e-12 is not rounded to 0. A masked label costs +infinity."
                    : "A masked label costs +infinity.",
                options.OfLabel
            )}}
            {{Row("logits", "The logits")}}
            {{Label(form)}}
            /// <returns>The loss.</returns>
            {{Throws("The span has another length.")}}
            {{ThrowsLabel()}}
            """,
            $"{T} CrossEntropy({Input} logits, {form.Type} label)",
            "CrossEntropy",
            $"logits, {form.Argument("label")}"
        );

    private string CrossEntropyOfTarget() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a target distribution, in nats: -sum of target[c] log softmax(z)[c].</summary>
            {{Remarks("A target of 0 adds 0, even for a masked class.", options.OfTarget)}}
            {{Row("logits", "The logits")}}
            {{Row("target", "The target, one-hot or soft")}}
            /// <returns>The loss.</returns>
            {{Throws("A span has another length.")}}
            """,
            $"{T} CrossEntropy({Input} logits, {Input} target)",
            "CrossEntropy",
            "logits, target"
        );

    private string FromProbabilitiesOfLabel(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a label from probabilities, in nats: -log p[label], not clipped.</summary>
            {{Remarks(options.OfLabelFromProbabilities)}}
            {{Row("probabilities", "The probabilities")}}
            {{Label(form)}}
            /// <returns>The loss; +infinity for a probability of 0, NaN for a negative one.</returns>
            {{Throws("The span has another length.")}}
            {{ThrowsLabel()}}
            """,
            $"{T} CrossEntropyFromProbabilities({Input} probabilities, {form.Type} label)",
            "CrossEntropyFromProbabilities",
            $"probabilities, {form.Argument("label")}"
        );

    private string FromProbabilitiesOfTarget() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a target distribution from probabilities, in nats: -sum of target[c] log p[c], not clipped.</summary>
            {{Remarks("A target of 0 adds 0, even for a probability of 0.", options.OfTargetFromProbabilities)}}
            {{Row("probabilities", "The probabilities")}}
            {{Row("target", "The target, one-hot or soft")}}
            /// <returns>The loss.</returns>
            {{Throws("A span has another length.")}}
            """,
            $"{T} CrossEntropyFromProbabilities({Input} probabilities, {Input} target)",
            "CrossEntropyFromProbabilities",
            "probabilities, target"
        );

    private string GradientOfLabel(LabelForm form) =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a label, and its gradient with respect to the logits{{OverTemperature}}: {{(
                plan.Options.Losses is null
                    ? "p[i] - 1 for the label, p[i] elsewhere"
                    : "p[i] w - t[i], where t is what the label counts for each class, and w its sum"
            )}}.</summary>
            {{Remarks(
                plan.Options.Losses?.Smoothing is null
                    ? "Within 8 ULP (10 at worst), also where p of the label is almost 1."
                    : "",
                options.OfLabel
            )}}
            {{Row("logits", "The logits")}}
            {{Label(form)}}
            {{Row("gradient", "Receives the gradient", "May be the same memory as <paramref name=\"logits\"/>.")}}
            /// <returns>The loss in nats.</returns>
            {{Throws("A span has another length, or the two overlap in part.")}}
            {{ThrowsLabel()}}
            """,
            $"{T} CrossEntropyGradient({Input} logits, {form.Type} label, {Output} gradient)",
            "CrossEntropyGradient",
            $"logits, {form.Argument("label")}, gradient"
        );

    private string GradientOfTarget() =>
        Member(
            $$"""
            /// <summary>The cross-entropy of a target distribution, and its gradient with respect to the logits{{OverTemperature}}: p[i] sum(target) - target[i].</summary>
            {{Remarks(options.OfTarget)}}
            {{Row("logits", "The logits")}}
            {{Row("target", "The target, one-hot or soft")}}
            {{Row(
                "gradient",
                "Receives the gradient",
                "May be the same memory as <paramref name=\"logits\"/> or <paramref name=\"target\"/>."
            )}}
            /// <returns>The loss in nats.</returns>
            {{Throws("A span has another length, or the gradient overlaps an input in part.")}}
            """,
            $"{T} CrossEntropyGradient({Input} logits, {Input} target, {Output} gradient)",
            "CrossEntropyGradient",
            "logits, target, gradient"
        );

    private string SoftmaxGradient() =>
        Member(
            $$"""
            /// <summary>Takes a gradient back through softmax: p[i] (upstream[i] - sum of p[j] upstream[j]){{OverTemperature}}.</summary>
            {{Row("probabilities", "What softmax gave")}}
            {{Row("upstream", "The gradient with respect to the probabilities")}}
            {{Row(
                "gradient",
                "Receives the gradient with respect to the logits",
                "May be the same memory as an input."
            )}}
            {{Throws("A span has another length, or the gradient overlaps an input in part.")}}
            """,
            $"void SoftmaxGradient({Input} probabilities, {Input} upstream, {Output} gradient)",
            "SoftmaxGradient",
            "probabilities, upstream, gradient"
        );

    private string OverTemperature => plan.Options.Temperature is null ? "" : ", over the temperature";

    private string NotANumber =>
        plan.Options.ZeroWhereMasked
            ? "A NaN or a +infinity makes every probability NaN."
            : "A NaN, a +infinity or nothing but -infinity makes every probability NaN.";

    private static string Also(string remark) => remark.Length == 0 ? "" : $"\n/// {remark}";
}
