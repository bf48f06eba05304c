using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Options;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>
/// The loop over the rows of a batch: many rows at once, and row by row what they leave, too few or with large logits. It is the
/// same for every width, which only its calls choose. A batch gives what its rows give, bit for bit.
/// </summary>
internal sealed class BatchLoop(KernelPlan plan, BatchOperation operation, Attributes attributes)
{
    private string T => ElementSyntax.Of(plan.Element).Type;

    private string Name => operation.Name;

    /// <summary>How many rows a tile or a pass takes, on the machine that runs.</summary>
    public static string RowsAtOnce(KernelPlan plan)
    {
        var isRowByRow = plan.Batches.All(batch => batch.Shape == BatchShape.RowByRow);
        var counts = plan.Batches.Select(batch =>
            (Condition: LaneSyntax.Of(batch).Condition, Rows: CodeBlock.Render($"{batch.Lanes}u"))
        );
        var narrowest = counts.Last().Rows;
        var choice = counts
            .Reverse()
            .Skip(1)
            .Aggregate(narrowest, (other, width) => $"{width.Condition} ? {width.Rows} : {other}");
        return CodeBlock.Render(
            $$"""
            /// <summary>How many rows kernels take at once. They leave what is less, or has a large logit, to single rows.</summary>
            private static nuint RowsAtOnce
            {
                {{Attributes.Inline}}
                get => {{(isRowByRow ? "1" : choice)}};
            }
            """
        );
    }

    /// <summary>The loop as statements, for spans that are called as the operation's parameters.</summary>
    /// <param name="count">The number of rows, as an expression.</param>
    public string Statements(string count) =>
        !plan.HasVectors ? RowByRow("int", count)
        : HasMany ? InRuns(count)
        : RowByRow("nuint", $"(nuint){count}");

    /// <summary>What the loop calls.</summary>
    public string Methods() => HasMany ? CodeBlock.Stack(AtOnce(), Singly()) : "";

    private bool HasMany => plan.Batches.Any(batch => ManyKernel(batch) is not null);

    /// <summary>The kernel of many rows in one width, if there is one.</summary>
    private string? ManyKernel(BatchPlan batch)
    {
        var suffix = LaneSyntax.Of(batch).Suffix;
        return operation == BatchOperation.LabelLossesFromProbabilities
            ? new LossFormula(plan).IsSmoothed
                ? null
                : $"{Name}Many{suffix}"
            : !operation.HasKernelOfMany
                ? null
                : batch.Shape switch
                {
                    BatchShape.Tiled => $"{Name}Tiles{suffix}",
                    BatchShape.InPasses => $"{Name}Many{suffix}",
                    _ => operation.HasKernelOfLongRows ? $"{Name}Rows{suffix}" : null,
                };
    }

    /// <summary>Single rows are a method of their own, which is compiled when there are any.</summary>
    private string InRuns(string count)
    {
        var rows = string.Join(", ", operation.Parameters.Select(parameter => $"ref {InSpan(parameter)}"));
        return CodeBlock.Render(
            $$"""
            var rows = (nuint){{count}};
            nuint row = 0;
            while (row < rows)
            {
                if (rows - row >= RowsAtOnce)
                {
                    row = rows - {{Name}}AtOnce({{rows}}{{Scale}}, rows - row);
                }

                if (row < rows)
                {
                    var end = Math.Min(row + RowsAtOnce, rows);
                    {{Name}}Singly({{rows}}{{Scale}}, end - row);
                    row = end;
                }
            }
            """
        );
    }

    private string RowByRow(string index, string count) =>
        CodeBlock.Render(
            $$"""
            for ({{index}} row = 0; row < {{count}}; row++)
            {
                {{Single(plan.HasVectors ? InSpan : InRows)}}
            }
            """
        );

    private string AtOnce() =>
        Dispatch.OfExpression(
            $"private static nuint {Name}AtOnce({References}, nuint rows)",
            plan.Batches.Where(batch => ManyKernel(batch) is not null)
                .Select(batch =>
                    (
                        LaneSyntax.Of(batch),
                        $"{ManyKernel(batch)}({string.Join(", ", operation.Parameters.Select(parameter => $"ref {parameter.Name}"))}{Scale}, rows{ClassCount})"
                    )
                ),
            "rows"
        );

    /// <summary>The kernel that all plans share needs the class count.</summary>
    private string ClassCount =>
        operation == BatchOperation.LabelLossesFromProbabilities && new LabelLogarithm(plan, Dispatch.Of(plan)).IsPlain
            ? ", Classes"
            : "";

    private string Singly() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            private static void {{Name}}Singly({{References}}, nuint rows)
            {
                for (nuint row = 0; row < rows; row++)
                {
                    {{Single(ByReference)}}
                }
            }
            """
        );

    /// <summary>The statement for one row.</summary>
    /// <param name="at">What a batch has for the row.</param>
    private string Single(Func<BatchParameter, string> at)
    {
        var isReference = plan.HasVectors;
        var rows = operation.Rows.Select(row => (isReference ? "ref " : "") + at(row));
        var label = operation.Parameters.Where(parameter => parameter.Role == BatchRole.Label);
        var arguments = rows.Concat(label.Select(labels => LabelAccessTemplate.Index(plan, at(labels))))
            .Concat(operation.HasScale ? ["scale"] : []);
        var call = $"{Dispatch.Of(plan).Name(operation.Kernel)}({string.Join(", ", arguments)})";
        return operation.Result is { } result ? $"{at(result)} = {call};" : $"{call};";
    }

    private string References =>
        string.Join(", ", operation.Parameters.Select(parameter => parameter.Reference(T)))
        + (operation.HasScale ? $", {T} scale" : "");

    private string Scale => operation.HasScale ? ", scale" : "";

    private static string InSpan(BatchParameter parameter) =>
        parameter.IsRow ? $"RowOf({parameter.Name}, row)" : $"At({parameter.Name}, row)";

    private static string ByReference(BatchParameter parameter) =>
        parameter.IsRow ? $"RowOf(ref {parameter.Name}, row)" : $"Unsafe.Add(ref {parameter.Name}, row)";

    private static string InRows(BatchParameter parameter) =>
        parameter.IsRow ? $"RowOf({parameter.Name}, row)" : $"{parameter.Name}[row]";
}
