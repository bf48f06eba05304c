using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What the public members about losses call: checks first, then the row kernel of the machine.</summary>
internal sealed class LossEntryTemplate(KernelPlan plan, Dispatch dispatch, Attributes attributes)
{
    private ElementSyntax Element => ElementSyntax.Of(plan.Element);

    private string T => Element.Type;

    public string Render() =>
        CodeBlock.Stack(
            CrossEntropyOfLabel(),
            CrossEntropyOfTarget(),
            FromProbabilitiesOfLabel(),
            FromProbabilitiesOfTarget(),
            GradientOfLabel(),
            GradientOfTarget()
        );

    /// <summary>The gradient is with respect to the logits, which the temperature divides.</summary>
    private string Scale => plan.Options.Temperature is null ? Element.One : OptionConstants.Inverse;

    private string CrossEntropyOfLabel() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropy(ReadOnlySpan<{{T}}> logits, int label)
            {
                RequireRow(logits.Length, Parameter.Logits);
                {{IgnoreTemplate.LeaveRow(plan, clearsGradient: false)}}
                RequireLabel(label);
                {{dispatch.Call("LabelLoss", ["logits"], ["label"], returns: true)}}
            }
            """
        );

    private string CrossEntropyOfTarget() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropy(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> target)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireRow(target.Length, Parameter.Target);
                {{dispatch.Call("TargetLoss", ["logits", "target"], [], returns: true)}}
            }
            """
        );

    private string FromProbabilitiesOfLabel()
    {
        var formula = new LossFormula(plan);
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropyFromProbabilities(ReadOnlySpan<{{T}}> probabilities, int label)
            {
                RequireRow(probabilities.Length, Parameter.Probabilities);
                {{IgnoreTemplate.LeaveRow(plan, clearsGradient: false)}}
                RequireLabel(label);
                {{(
                formula.IsSmoothed
                    ? dispatch.Call("LabelLossFromProbabilities", ["probabilities"], ["label"], returns: true)
                    : LogOfLabel(formula)
            )}}
            }
            """
        );
    }

    private string LogOfLabel(LossFormula formula)
    {
        var scalar = (ScalarSyntax)LaneSyntax.Of(plan.Scalar);
        var loss =
            plan.Rows.Count == 0
                ? LossTemplate.OfProbability(scalar, "probability")
                : CodeBlock.Render(
                    $$"""
                    {{Dispatch.ConditionOf(bits: 128)}}
                        ? {{LossTemplate.OfProbability(Element, "probability")}}
                        : {{LossTemplate.OfProbability(scalar, "probability")}}
                    """
                );
        return CodeBlock.Lines(
            "var probability = probabilities[label];",
            formula.IsWeighted
                ? CodeBlock.Lines(
                    formula.WeightOfRow,
                    $"var loss = {loss};",
                    $"return {formula.Times("weight", "loss")};"
                )
                : $"return {loss};"
        );
    }

    private string FromProbabilitiesOfTarget() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropyFromProbabilities(ReadOnlySpan<{{T}}> probabilities, ReadOnlySpan<{{T}}> target)
            {
                RequireRow(probabilities.Length, Parameter.Probabilities);
                RequireRow(target.Length, Parameter.Target);
                {{dispatch.Call("LossFromProbabilities", ["probabilities", "target"], [], returns: true)}}
            }
            """
        );

    private string GradientOfLabel() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropyGradient(ReadOnlySpan<{{T}}> logits, int label, Span<{{T}}> gradient)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireLabel(label);
                RequireRow(gradient.Length, Parameter.Gradient);
                RequireSameRowOrApart(logits, gradient, Parameter.Gradient);
                {{IgnoreTemplate.LeaveRow(plan, clearsGradient: true)}}
                {{dispatch.Call("LabelGradient", ["logits", "gradient"], ["label", Scale], returns: true)}}
            }
            """
        );

    private string GradientOfTarget() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} CrossEntropyGradient(ReadOnlySpan<{{T}}> logits, ReadOnlySpan<{{T}}> target, Span<{{T}}> gradient)
            {
                RequireRow(logits.Length, Parameter.Logits);
                RequireRow(target.Length, Parameter.Target);
                RequireRow(gradient.Length, Parameter.Gradient);
                RequireSameRowOrApart(logits, gradient, Parameter.Gradient);
                RequireSameRowOrApart(target, gradient, Parameter.Gradient);
                {{dispatch.Call("TargetGradient", ["logits", "target", "gradient"], [Scale], returns: true)}}
            }
            """
        );
}
