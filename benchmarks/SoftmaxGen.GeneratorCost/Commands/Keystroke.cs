using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Commands;

/// <summary>How long the generator takes after one edit that changes no head, beside an empty one.</summary>
internal static class Keystroke
{
    public static void Run(int[] headCounts)
    {
        Console.WriteLine("One keystroke in processor ms: median (lower–upper quartile); ratios are of all rounds");
        var table = new TextTable(
            "heads",
            "edited file",
            "ours ms",
            "empty ms",
            "ours / empty",
            "ours / empty files",
            "ours kB",
            "empty kB"
        );
        var apart = headCounts.SelectMany(Edit.Apart);
        var together = headCounts.Where(heads => heads > 1).SelectMany(Edit.Together);
        foreach (var edit in apart.Concat(together))
        {
            var typing = Typing.Measure(edit);
            table.Add(
                TextTable.Cell(edit.Heads, "F0"),
                edit.Place,
                Contenders.Milliseconds(typing.Ours).Format("F2"),
                Contenders.Milliseconds(typing.Empty).Format("F2"),
                TextTable.Cell(Contenders.Ratio(typing.Ours, typing.Empty), "F2"),
                TextTable.Cell(Contenders.Ratio(typing.Ours, typing.EmptyFiles), "F2"),
                TextTable.Cell(Contenders.Kilobytes(typing.Ours).Median, "F0"),
                TextTable.Cell(Contenders.Kilobytes(typing.Empty).Median, "F0")
            );
        }

        table.Print();
    }
}
