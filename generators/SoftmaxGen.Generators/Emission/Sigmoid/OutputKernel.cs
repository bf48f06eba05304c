namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What is computed of every output: from which inputs, by which method, into which output.</summary>
/// <param name="Name">The name of the kernel of a row.</param>
/// <param name="Function">The method that computes one vector.</param>
/// <param name="Inputs">The rows that are read, each with the local that holds a vector of it.</param>
/// <param name="Output">The row that is written, or null where a kernel gives the loss only.</param>
/// <param name="HasLoss">Whether it gives the loss of a row.</param>
internal sealed record OutputKernel(
    string Name,
    string Function,
    (string Local, string Row)[] Inputs,
    string? Output,
    bool HasLoss
)
{
    private static readonly (string, string) Logits = ("x", "logits");
    private static readonly (string, string) Probabilities = ("p", "probabilities");
    private static readonly (string, string) Targets = ("t", "targets");

    public static readonly OutputKernel Sigmoid = new("Sigmoid", "SigmoidOf", [Logits], "probabilities", false);

    public static readonly OutputKernel LogSigmoid = new(
        "LogSigmoid",
        "LogSigmoidOf",
        [Logits],
        "logProbabilities",
        false
    );

    public static readonly OutputKernel Derivative = new(
        "SigmoidDerivative",
        "DerivativeOf",
        [Probabilities],
        "derivatives",
        false
    );

    public static readonly OutputKernel Loss = new("BinaryLoss", "LossOf", [Logits, Targets], null, true);

    public static readonly OutputKernel LossFromProbabilities = new(
        "BinaryLossFromProbabilities",
        "LossOfProbability",
        [Probabilities, Targets],
        null,
        true
    );

    public static readonly OutputKernel Gradient = new(
        "BinaryGradient",
        "GradientOf",
        [Logits, Targets],
        "gradients",
        true
    );

    /// <summary>The kernels that know nothing of rows.</summary>
    public static IReadOnlyList<OutputKernel> Maps { get; } = [Sigmoid, LogSigmoid, Derivative];

    public static IReadOnlyList<OutputKernel> Losses { get; } = [Loss, LossFromProbabilities, Gradient];

    /// <summary>The name of the kernel of many elements, wherever rows begin.</summary>
    public string Flat => Name + "OfEach";

    /// <summary>What is written: a row, and the losses of rows.</summary>
    public IEnumerable<string> Written
    {
        get
        {
            if (Output is not null)
            {
                yield return Output;
            }

            if (HasLoss)
            {
                yield return "losses";
            }
        }
    }

    /// <summary>Whether the kernel computes the loss and writes a row beside it.</summary>
    public bool IsGradient => HasLoss && Output is not null;
}
