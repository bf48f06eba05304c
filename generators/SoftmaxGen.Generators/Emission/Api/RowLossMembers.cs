using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>The losses and gradients of one row that the user calls. Each hands over to the kernel class.</summary>
internal sealed class RowLossMembers(KernelPlan plan, TypeModel head, LabelType? labels)
    : MemberDocumentation(plan.Kernel, head, plan.Classes, ElementSyntax.Of(plan.Element).Type)
{
    private readonly OptionRemarks options = new(plan);

    private IEnumerable<LabelForm> Forms => FormsOf(labels);

    public string Render() =>
        CodeBlock.Stack(
            CodeBlock.Stack(Forms.Select(CrossEntropyOfLabel)),
            CrossEntropyOfTarget(),
            CodeBlock.Stack(Forms.Select(FromProbabilitiesOfLabel)),
            FromProbabilitiesOfTarget(),
            CodeBlock.Stack(Forms.Select(GradientOfLabel)),
            GradientOfTarget(),
            SoftmaxGradient()
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
}
