using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>What the rows of a batch are compared with: labels, or targets.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Form">How labels are spelled; null for targets.</param>
/// <param name="Plan">The plan.</param>
internal sealed record Truth(string Name, string Element, LabelSpan? Form, KernelPlan Plan)
{
    /// <summary>How many losses are kept on the stack before they are added up: a multiple of the 16 lanes of the sum.</summary>
    public const int PieceRows = 128;

    /// <summary>The head of a loop over pieces of rows. No counter passes the end: there may be as many rows as an int can count.</summary>
    public static string ForEachPiece(string rows) => $"for (int start = 0, count; start < {rows}; start += count)";

    /// <summary>The first statement of such a loop.</summary>
    public static string NextPiece(string rows) => CodeBlock.Render($"count = Math.Min({PieceRows}, {rows} - start);");

    public static Truth Labels(LabelSpan form, KernelPlan plan) => new("labels", form.Type, form, plan);

    public static Truth Targets(KernelPlan plan) => new("targets", ElementSyntax.Of(plan.Element).Type, null, plan);

    /// <summary>Whether labels become indices piece by piece.</summary>
    public bool IsConverted => Form is { IsIndex: false };

    /// <summary>Whether rows count differently in the mean. Those of targets do not.</summary>
    public bool HasWeights => Form is not null && Plan.Options.HasRowWeights;

    public string Parameter => $"ReadOnlySpan<{Element}> {Name}";

    public string Indices => IsConverted ? CodeBlock.Render($"Span<int> indices = stackalloc int[{PieceRows}];") : "";

    public string TotalWeight => HasWeights ? "var totalWeight = TotalWeight(labels);" : "";

    /// <summary>What the mean divides by.</summary>
    public string Count => HasWeights ? "totalWeight" : "rows";

    /// <summary>The part of it that belongs to a piece of the rows.</summary>
    public string Piece =>
        !IsConverted ? Slice
        : Form!.IsWide ? $"ToIndices({Slice}, indices, {NoLabel})"
        : $"ToIndices({Slice}, indices)";

    private string NoLabel => Plan.Options.IgnoreIndex is { Label: int.MaxValue } ? "int.MinValue" : "int.MaxValue";

    private string Slice => Form is null ? PieceOf(Name) : $"{Name}.Slice(start, count)";

    /// <summary>A piece of rows of elements.</summary>
    public static string PieceOf(string rows) => $"RowsOf({rows}, start, count)";

    public string CheckOutput =>
        Form is not null
            ? "RequireApart(labels, gradients, Parameter.Gradients);"
            : "RequireSameOrApart(targets, gradients, Parameter.Gradients);";

    public string Checks(string input) =>
        Form is not null
            ? CodeBlock.Lines(
                "RequireOnePerRow(rows, labels.Length, Parameter.Labels);",
                IgnoreTemplate.RequireLabels(Plan)
            )
            : $"RequireSameLength({input}.Length, targets.Length, Parameter.Targets);";
}
