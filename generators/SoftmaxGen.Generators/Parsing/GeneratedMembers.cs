using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// What a head generates: the names of constants and nested types, and each method with its parameter lists. Types are
/// spelled as symbols display them; what is passed by reference has <see cref="ByReference"/> before it.
/// </summary>
internal sealed class GeneratedMembers
{
    public const string ByReference = "ref ";

    private const string Index = "int";
    private const string Reduction = "SoftmaxGen.Reduction";

    /// <summary>The names that any head generates.</summary>
    public static readonly HashSet<string> AllNames =
    [
        .. Softmax(ElementType.Float, labelEnum: null).Names,
        .. Sigmoid(ElementType.Float, hasSingleOutput: true).Names,
    ];

    private readonly Dictionary<string, List<string[]>> methods = new();
    private readonly string element;
    private readonly string input;
    private readonly string output;

    private GeneratedMembers(ElementType elementType, params string[] others)
    {
        Others = others;
        element = elementType.Keyword();
        input = ReadOnlySpan(element);
        output = Span(element);
    }

    /// <summary>The names that are no methods.</summary>
    public IReadOnlyList<string> Others { get; }

    public IEnumerable<string> Names => methods.Keys.Concat(Others);

    public static GeneratedMembers Of(HeadAttribute attribute) =>
        attribute.IsSigmoid
            ? Sigmoid(OptionReader.ElementOf(attribute), attribute.Int32(OptionNames.Outputs) == 1)
            : Softmax(OptionReader.ElementOf(attribute), LabelEnum.Of(attribute)?.ToDisplayString());

    /// <summary>The parameter lists of a method, none for other names.</summary>
    public IReadOnlyList<string[]> Overloads(string name) => methods.TryGetValue(name, out var lists) ? lists : [];

    private static GeneratedMembers Softmax(ElementType element, string? labelEnum)
    {
        var members = new GeneratedMembers(element, "Classes");
        members.AddRowsOfSoftmax();
        members.AddLabels(Index);
        if (labelEnum is not null)
        {
            members.AddLabels(labelEnum);
        }

        return members;
    }

    private static GeneratedMembers Sigmoid(ElementType element, bool hasSingleOutput)
    {
        var members = new GeneratedMembers(element, "Outputs");
        members.AddRowsOfSigmoid();
        if (hasSingleOutput)
        {
            members.AddSingleOutput();
        }

        return members;
    }

    /// <summary>The members that take no label.</summary>
    private void AddRowsOfSoftmax()
    {
        Add("Softmax", input, output);
        Add("LogSoftmax", input, output);
        Add("LogSumExp", input);
        Add("Predict", input);
        Add("Sample", input, element);
        Add("CrossEntropy", input, input);
        Add("CrossEntropyFromProbabilities", input, input);
        Add("CrossEntropyGradient", input, input, output);
        Add("SoftmaxGradient", input, input, output);
        Add("SoftmaxBatch", input, output);
        Add("LogSoftmaxBatch", input, output);
        AddLosses("CrossEntropyBatch", input);
        AddLosses("CrossEntropyFromProbabilitiesBatch", input);
        Add("CrossEntropyGradientBatch", input, input, output, Reduction);
    }

    /// <summary>The members that take a label, or write one, as the given type.</summary>
    private void AddLabels(string label)
    {
        Add("CrossEntropy", input, label);
        Add("CrossEntropyFromProbabilities", input, label);
        Add("CrossEntropyGradient", input, label, output);
        Add("TopK", input, Span(label), output);
        Add("PredictBatch", input, Span(label));
        Add("Accuracy", input, ReadOnlySpan(label));
        AddLosses("CrossEntropyBatch", ReadOnlySpan(label));
        AddLosses("CrossEntropyFromProbabilitiesBatch", ReadOnlySpan(label));
        Add("CrossEntropyGradientBatch", input, ReadOnlySpan(label), output, Reduction);
    }

    private void AddRowsOfSigmoid()
    {
        foreach (var name in new[] { "Sigmoid", "LogSigmoid", "SigmoidDerivative" })
        {
            Add(name, input, output);
            Add(name + "Batch", input, output);
        }

        Add("Predict", input, Span("bool"));
        Add("PredictBatch", input, Span("bool"));
        Add("BinaryCrossEntropy", input, input);
        Add("BinaryCrossEntropyFromProbabilities", input, input);
        Add("BinaryCrossEntropyGradient", input, input, output);
        AddLosses("BinaryCrossEntropyBatch", input);
        AddLosses("BinaryCrossEntropyFromProbabilitiesBatch", input);
        Add("BinaryCrossEntropyGradientBatch", input, input, output, Reduction);
    }

    /// <summary>The members for a single logit.</summary>
    private void AddSingleOutput()
    {
        Add("Sigmoid", element);
        Add("LogSigmoid", element);
        Add("SigmoidDerivative", element);
        Add("Predict", element);
        Add("BinaryCrossEntropy", element, element);
        Add("BinaryCrossEntropyFromProbabilities", element, element);
        Add("BinaryCrossEntropyGradient", element, element, ByReference + element);
    }

    private void AddLosses(string name, string truth)
    {
        Add(name, input, truth, Reduction);
        Add(name, input, truth, output);
    }

    private void Add(string name, params string[] parameters)
    {
        if (!methods.TryGetValue(name, out var lists))
        {
            methods.Add(name, lists = []);
        }

        lists.Add(parameters);
    }

    private static string Span(string item) => $"System.Span<{item}>";

    private static string ReadOnlySpan(string item) => $"System.ReadOnlySpan<{item}>";
}
