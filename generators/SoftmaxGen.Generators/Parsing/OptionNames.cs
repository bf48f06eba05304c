namespace SoftmaxGen.Generators.Parsing;

/// <summary>The named arguments of both attributes.</summary>
internal static class OptionNames
{
    public const string Classes = nameof(Classes);
    public const string Labels = nameof(Labels);
    public const string Element = nameof(Element);
    public const string Temperature = nameof(Temperature);
    public const string LabelSmoothing = nameof(LabelSmoothing);
    public const string IgnoreIndex = nameof(IgnoreIndex);
    public const string ClassWeights = nameof(ClassWeights);
    public const string FullyMasked = nameof(FullyMasked);
    public const string Outputs = nameof(Outputs);
    public const string PositiveWeights = nameof(PositiveWeights);
}
