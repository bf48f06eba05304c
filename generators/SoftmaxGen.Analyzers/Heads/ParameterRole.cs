using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Flow;

namespace SoftmaxGen.Analyzers.Heads;

/// <summary>How long a span has to be.</summary>
internal enum Shape
{
    /// <summary>It is no span.</summary>
    None,

    /// <summary>One element per class or output.</summary>
    Row,

    /// <summary>At least none and at most one element per class.</summary>
    PartOfRow,

    /// <summary>A whole number of rows.</summary>
    Rows,

    /// <summary>One element per row.</summary>
    RowCount,
}

/// <summary>What numbers are.</summary>
internal enum Content
{
    Unknown,
    Logits,
    Probabilities,
    LogProbabilities,
}

/// <summary>What a parameter of a generated member takes or receives. Generated parameters are told by their names.</summary>
internal sealed record ParameterRole(Shape Shape, Content Content, bool IsOutput)
{
    public static ParameterRole Of(IParameterSymbol parameter, HeadMember member) =>
        new(ShapeOf(parameter, member), ContentOf(parameter.Name), IsSpan(parameter, "Span"));

    private static Shape ShapeOf(IParameterSymbol parameter, HeadMember member) =>
        !IsSpan(parameter, "Span") && !IsSpan(parameter, "ReadOnlySpan") ? Shape.None
        : member.IsBatch ? (IsOnePerRow(parameter.Name, member) ? Shape.RowCount : Shape.Rows)
        : member.Name == "TopK" && parameter.Name is "labels" or "values" ? Shape.PartOfRow
        : Shape.Row;

    /// <summary>A sigmoid head has a label for each output.</summary>
    private static bool IsOnePerRow(string parameter, HeadMember member) =>
        parameter == "losses" || (parameter == "labels" && !member.Head.Attribute.IsSigmoid);

    private static Content ContentOf(string parameter) =>
        parameter switch
        {
            "logits" or "logit" => Content.Logits,
            "probabilities" or "probability" => Content.Probabilities,
            "logProbabilities" => Content.LogProbabilities,
            _ => Content.Unknown,
        };

    private static bool IsSpan(IParameterSymbol parameter, string name) =>
        SpanMethods.IsSpan(parameter.Type) && parameter.Type.Name == name;
}
