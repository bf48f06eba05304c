using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Api;

/// <summary>What the options change, in the words of the documentation of members.</summary>
internal sealed class OptionRemarks(KernelPlan plan)
{
    private readonly ElementSyntax element = ElementSyntax.Of(plan.Element);

    private OptionPlan Options => plan.Options;

    /// <summary>Of what softmax gives.</summary>
    public string OfSoftmax =>
        Joined(Temperature, Options.ZeroWhereMasked ? "A row of -infinity alone gives probabilities of 0." : "");

    public string OfLogSumExp => Joined(Temperature);

    public string OfLabel => Joined(Temperature, Smoothing, Weights, Ignored, Masked);

    public string OfTarget => Joined(Temperature, Smoothing, Weights, Masked);

    public string OfLabelFromProbabilities => Joined(Smoothing, Weights, IgnoredLoss);

    public string OfTargetFromProbabilities => Joined(Smoothing, Weights);

    /// <summary>What the mean of a batch of labels divides by.</summary>
    public string Denominator =>
        (Options.Losses is { IsWeighted: true }, Options.IgnoreIndex is not null) switch
        {
            (true, true) => "the sum of the weights of the labels that are not ignored",
            (true, false) => "the sum of the weights of the labels",
            (false, true) => "the number of rows that are not ignored",
            _ => "the number of rows",
        };

    private string Temperature =>
        Options.Temperature is { } temperature
            ? $"z are the logits over the temperature {Number(temperature.Value)}."
            : "";

    private string Smoothing =>
        Options.Losses?.Smoothing is null ? ""
        : Options.Losses.IsWeighted
            ? "Label smoothing moves a part of the target to all classes, in proportion to their weights."
        : CodeBlock.Render(
            $"Label smoothing: the target counts {Number(Options.Losses.TargetFactors[0])}, and each of the {plan.Classes} classes another {Number(Options.Losses.Smoothing.Value[0])}."
        );

    private string Weights =>
        Options.Losses is { IsWeighted: true } ? "The weights of the classes multiply their part of the target." : "";

    private string Ignored =>
        Options.IgnoreIndex is { } ignored
            ? CodeBlock.Render(
                $"The label {ignored.Label} is ignored: its loss and its gradient are 0, whatever the logits."
            )
            : "";

    private string IgnoredLoss =>
        Options.IgnoreIndex is { } ignored
            ? CodeBlock.Render($"The label {ignored.Label} is ignored: its loss is 0, whatever the probabilities.")
            : "";

    private string Masked =>
        Options.ZeroWhereMasked ? "A row of -infinity alone has the loss 0 and the gradient 0." : "";

    private string Number(double value) => element.Digits(value);

    private static string Joined(params string[] sentences) =>
        string.Join(" ", sentences.Where(sentence => sentence.Length > 0));
}
