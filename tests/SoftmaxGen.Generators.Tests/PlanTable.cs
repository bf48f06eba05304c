using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Tests;

/// <summary>
/// Plans of many counts as tables that can be reviewed: one for each width, with a line for each run of counts that are
/// planned alike. How many vectors a row takes follows from its shape and is left out.
/// </summary>
internal static class PlanTable
{
    public static string Of(IReadOnlyList<KernelPlan> plans) =>
        Table("heads", plans, plan => plan.Classes, Head)
        + Table("rows without vectors", plans, plan => plan.Classes, plan => Text(plan.Scalar))
        + string.Concat(
            Widths(plans.SelectMany(plan => plan.Batches), batch => batch.Bits)
                .Select(bits =>
                    Table($"rows in Vector{bits}", plans, plan => plan.Classes, plan => RowIn(plan.Rows, bits))
                    + Table($"batches in Vector{bits}", plans, plan => plan.Classes, plan => BatchIn(plan, bits))
                )
        );

    public static string Of(IReadOnlyList<SigmoidPlan> plans) =>
        Table("heads", plans, plan => plan.Outputs, Head)
        + string.Concat(
            Widths(plans.SelectMany(plan => plan.Widths), width => width.Bits)
                .Select(bits =>
                    Table($"rows in Vector{bits}", plans, plan => plan.Outputs, plan => RowIn(plan.Rows, bits))
                    + Table($"rests in Vector{bits}", plans, plan => plan.Outputs, plan => RestIn(plan, bits))
                )
        );

    private static string Head(KernelPlan plan) =>
        $"{plan.Quotient}, sample {(plan.SamplesInOnePiece ? "whole rows" : $"{plan.SampleBuffer}")}";

    private static string Head(SigmoidPlan plan) =>
        (plan.HasVectors ? "vectors" : "scalars") + (plan.HasSingleOutput ? ", single output" : "");

    private static string RowIn(IEnumerable<RowPlan> rows, int bits) =>
        rows.SingleOrDefault(row => row.Bits == bits) is { } row ? Text(row) : "none";

    private static string BatchIn(KernelPlan plan, int bits) =>
        plan.Batches.SingleOrDefault(batch => batch.Bits == bits) is { } batch ? Text(batch, plan) : "none";

    private static string RestIn(SigmoidPlan plan, int bits) =>
        plan.HasSingleOutput ? "none" : $"Vector{plan.RowOf(plan.Widths.Single(width => width.Bits == bits)).Bits}";

    private static string Text(RowPlan row) =>
        row.Shape
        + Flag(row.SumsInGroups, "groups")
        + Flag(row.WidensSums, "widened")
        + Flag(row.OwnMethods, "own methods")
        + Flag(row.OwnLogarithm, "own logarithm");

    private static string Text(BatchPlan batch, KernelPlan plan) =>
        batch.Shape
        + Flag(batch.UnitClasses > 0, $"units of {batch.UnitClasses}")
        + Flag(batch.InStages, "stages")
        + Flag(batch.SelectsClasses, "selects")
        + Flag(batch.SumsInGroups, "groups")
        + Flag(batch.WidensSums, "widened")
        + $", rest in Vector{plan.RowOf(batch).Bits}";

    private static string Flag(bool isSet, string text) => isSet ? ", " + text : "";

    private static IEnumerable<int> Widths<T>(IEnumerable<T> layouts, Func<T, int> bitsOf) =>
        layouts.Select(bitsOf).Distinct().OrderDescending();

    private static string Table<T>(string title, IReadOnlyList<T> plans, Func<T, int> countOf, Func<T, string> textOf)
    {
        var lines = new List<(int First, int Last, string Text)>();
        foreach (var plan in plans)
        {
            var (count, text) = (countOf(plan), textOf(plan));
            if (lines.Count > 0 && lines[^1].Text == text)
            {
                lines[^1] = lines[^1] with { Last = count };
            }
            else
            {
                lines.Add((count, count, text));
            }
        }

        return $"{title}\n" + string.Concat(lines.Select(line => $"  {Range(line.First, line.Last)}: {line.Text}\n"));
    }

    private static string Range(int first, int last) => first == last ? $"{first}" : $"{first}..{last}";
}
