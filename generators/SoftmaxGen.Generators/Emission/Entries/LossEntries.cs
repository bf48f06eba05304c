using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Shared;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Entries;

/// <summary>The reduced loss of a batch, and the loss of each row.</summary>
internal sealed class LossEntries(KernelPlan plan, Truth truth, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    /// <param name="method">The name of the member.</param>
    /// <param name="input">The rows.</param>
    /// <param name="operation">The loop that gives the loss of each.</param>
    public string Render(string method, string input, BatchOperation operation) =>
        CodeBlock.Stack(Reduced(method, input, operation), Each(method, input, operation));

    private string Reduced(string method, string input, BatchOperation operation) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} {{method}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Reduction reduction, string head)
            {
                var rows = RequireRows({{input}}.Length, {{Checked.Parameter(input)}}, head);
                {{truth.Checks(input)}}
                RequireReduction(reduction);
                {{truth.TotalWeight}}
                {{truth.Indices}}
                Span<{{T}}> losses = stackalloc {{T}}[{{Truth.PieceRows}}];
                var sum = default(LossSum);
                {{Truth.ForEachPiece("rows")}}
                {
                    {{Truth.NextPiece("rows")}}
                    {{operation.Name}}({{Truth.PieceOf(input)}}, {{truth.Piece}}, losses.Slice(0, count));
                    sum.Add(losses, count);
                }

                return sum.Reduce({{truth.Count}}, reduction);
            }
            """
        );

    private string Each(string method, string input, BatchOperation operation) =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static void {{method}}(ReadOnlySpan<{{T}}> {{input}}, {{truth.Parameter}}, Span<{{T}}> losses, string head)
            {
                var rows = RequireRows({{input}}.Length, {{Checked.Parameter(input)}}, head);
                {{truth.Checks(input)}}
                RequireOnePerRow(rows, losses.Length, Parameter.Losses);
                RequireApart({{input}}, losses, Parameter.Losses);
                RequireApart({{truth.Name}}, losses, Parameter.Losses);
                {{(
                truth.IsConverted
                    ? InPieces(input, operation)
                    : $"{operation.Name}({input}, {truth.Name}, losses);"
            )}}
            }
            """
        );

    private string InPieces(string input, BatchOperation operation) =>
        CodeBlock.Render(
            $$"""
            {{truth.Indices}}
            {{Truth.ForEachPiece("rows")}}
            {
                {{Truth.NextPiece("rows")}}
                {{operation.Name}}({{Truth.PieceOf(input)}}, {{truth.Piece}}, losses.Slice(start, count));
            }
            """
        );
}
