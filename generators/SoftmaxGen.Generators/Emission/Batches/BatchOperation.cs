namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>What is computed of every row of a batch.</summary>
/// <param name="Name">The name of its loop.</param>
/// <param name="Kernel">The kernel of one row.</param>
/// <param name="Parameters">What it reads and writes, in the order of the parameters.</param>
/// <param name="HasScale">Whether a number follows that gradients are multiplied by.</param>
internal sealed record BatchOperation(string Name, string Kernel, BatchParameter[] Parameters, bool HasScale = false)
{
    private static readonly BatchParameter Logits = new("logits", BatchRole.Input);
    private static readonly BatchParameter Probabilities = new("probabilities", BatchRole.Input);
    private static readonly BatchParameter Targets = new("targets", BatchRole.Input);
    private static readonly BatchParameter Labels = new("labels", BatchRole.Label);
    private static readonly BatchParameter Gradients = new("gradients", BatchRole.Output);
    private static readonly BatchParameter Losses = new("losses", BatchRole.Result);

    public static readonly BatchOperation Softmax = new(
        "Softmax",
        "Softmax",
        [Logits, new("probabilities", BatchRole.Output)]
    );

    public static readonly BatchOperation LogSoftmax = new(
        "LogSoftmax",
        "LogSoftmax",
        [Logits, new("logProbabilities", BatchRole.Output)]
    );

    public static readonly BatchOperation Predictions = new(
        "Predictions",
        "Predict",
        [new("scores", BatchRole.Input), new("labels", BatchRole.ResultLabel)]
    );

    public static readonly BatchOperation LabelLosses = new("LabelLosses", "LabelLoss", [Logits, Labels, Losses]);

    public static readonly BatchOperation TargetLosses = new("TargetLosses", "TargetLoss", [Logits, Targets, Losses]);

    public static readonly BatchOperation LabelLossesFromProbabilities = new(
        "LabelLossesFromProbabilities",
        "LabelLossFromProbabilities",
        [Probabilities, Labels, Losses]
    );

    public static readonly BatchOperation TargetLossesFromProbabilities = new(
        "TargetLossesFromProbabilities",
        "LossFromProbabilities",
        [Probabilities, Targets, Losses]
    );

    public static readonly BatchOperation LabelGradients = new(
        "LabelGradients",
        "LabelGradient",
        [Logits, Labels, Gradients, Losses],
        HasScale: true
    );

    public static readonly BatchOperation TargetGradients = new(
        "TargetGradients",
        "TargetGradient",
        [Logits, Targets, Gradients, Losses],
        HasScale: true
    );

    /// <summary>The rows of elements, inputs before outputs, as the kernel of one row takes them.</summary>
    public IEnumerable<BatchParameter> Rows => Parameters.Where(parameter => parameter.IsRow);

    /// <summary>What takes the result of each row, if anything does.</summary>
    public BatchParameter? Result =>
        Parameters.FirstOrDefault(parameter => parameter.Role is BatchRole.Result or BatchRole.ResultLabel);

    public bool TakesLabels => Parameters.Contains(Labels);

    /// <summary>Whether there are kernels of many rows: tiles and passes.</summary>
    public bool HasKernelOfMany =>
        this == Softmax || this == LogSoftmax || this == LabelLosses || this == LabelGradients;

    /// <summary>Whether there are kernels of long rows, one after the other.</summary>
    public bool HasKernelOfLongRows => this == Softmax || this == LabelLosses;
}

/// <summary>A batch that is read or written.</summary>
internal sealed record BatchParameter(string Name, BatchRole Role)
{
    /// <summary>Whether it has a row of elements for each row, instead of one.</summary>
    public bool IsRow => Role is BatchRole.Input or BatchRole.Output;

    /// <summary>The parameter as a span.</summary>
    public string Span(string element) =>
        Role switch
        {
            BatchRole.Input => $"ReadOnlySpan<{element}> {Name}",
            BatchRole.Label => $"ReadOnlySpan<int> {Name}",
            BatchRole.ResultLabel => $"Span<int> {Name}",
            _ => $"Span<{element}> {Name}",
        };

    /// <summary>The parameter as a reference to its first element.</summary>
    public string Reference(string element) =>
        $"ref {(Role is BatchRole.Label or BatchRole.ResultLabel ? "int" : element)} {Name}";
}

internal enum BatchRole
{
    /// <summary>Rows that are read.</summary>
    Input,

    /// <summary>Rows that are written.</summary>
    Output,

    /// <summary>The label of each row.</summary>
    Label,

    /// <summary>One number for each row, which is written.</summary>
    Result,

    /// <summary>The label of each row, which is written.</summary>
    ResultLabel,
}
