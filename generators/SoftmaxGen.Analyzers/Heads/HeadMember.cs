namespace SoftmaxGen.Analyzers.Heads;

/// <summary>A generated method.</summary>
internal sealed record HeadMember(HeadType Head, string Name)
{
    private const string BatchSuffix = "Batch";
    private const string FromProbabilitiesSuffix = "FromProbabilities";

    public bool IsBatch => Name.EndsWith(BatchSuffix, StringComparison.Ordinal) || Name == "Accuracy";

    /// <summary>The name as messages say it.</summary>
    public string FullName => $"{Head.Name}.{Name}";

    /// <summary>The member that takes all rows of a batch, or null.</summary>
    public string? BatchName =>
        Name is "LogSumExp" or "TopK" or "Sample" or "SoftmaxGradient" || IsBatch ? null : Name + BatchSuffix;

    /// <summary>The member that computes the same from probabilities, or null.</summary>
    public string? FromProbabilitiesName =>
        WithoutBatch(Name) is "CrossEntropy" or "BinaryCrossEntropy"
            ? WithoutBatch(Name) + FromProbabilitiesSuffix + (IsBatch ? BatchSuffix : "")
            : null;

    /// <summary>The member that computes the same from logits, or null.</summary>
    public string? FromLogitsName =>
        Name.Contains(FromProbabilitiesSuffix) ? Name.Replace(FromProbabilitiesSuffix, "") : null;

    private static string WithoutBatch(string name) =>
        name.EndsWith(BatchSuffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - BatchSuffix.Length)
            : name;
}
