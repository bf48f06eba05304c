using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>
/// Folds a vector of each of many rows at once. Two vectors are shuffled so that half of each lies side by side with half of
/// the other, and one operation folds both: half as many vectors are left, until one holds the result of every row. What
/// folds is what folds in the canonical order of a single row.
/// </summary>
internal sealed class RowsFoldTemplate(VectorSyntax lanes)
{
    private string T => lanes.T;

    private int Rows => lanes.Count;

    /// <summary>The lanes of a vector of floats, of which a double takes two: shuffles move as many bits either way.</summary>
    private int Floats => lanes.Bits / 32;

    /// <summary>What folds the vectors of a buffer, one for each row, and the memory for it.</summary>
    public string Render() =>
        CodeBlock.Stack(
            Max("internal", "MaxOfRows", row => InBuffer(row * Rows)),
            Sum("internal", isWidened: !IsDouble),
            IsDouble ? "" : FoldHalf(),
            Shuffles(),
            LaneAccessTemplate.ReferenceOfRow(lanes),
            LaneAccessTemplate.AlignedStart(lanes)
        );

    private string InBuffer(int offset) => lanes.Load("rows", Text(offset));

    /// <summary>The largest element of each row.</summary>
    /// <param name="access">Who may call the method.</param>
    /// <param name="name">Its name.</param>
    /// <param name="load">The vector of a row, as an expression.</param>
    public string Max(string access, string name, Func<int, string> load) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The largest lane of each of as many rows.</summary>
            {{Attributes.Inline}}
            {{access}} static {{lanes.Type}} {{name}}{{lanes.Suffix}}(ref {{T}} rows)
            {
                {{FoldElements(load, lanes.Max)}}
            }
            """
        );

    /// <summary>The sum of each row, of which a buffer has a vector.</summary>
    /// <param name="access">Who may call the method.</param>
    /// <param name="isWidened">Whether the buffer has doubles for a row of floats.</param>
    public string Sum(string access, bool isWidened) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The sum of the lanes of each of as many rows.</summary>
            {{Attributes.Inline}}
            {{access}} static {{lanes.Type}} SumOfRows{{lanes.Suffix}}(ref {{T}} rows)
            {
                {{(isWidened ? FoldWidened() : FoldElements(row => InBuffer(row * Rows), (a, b) => $"{a} + {b}"))}}
            }
            """
        );

    private string Shuffles()
    {
        return CodeBlock.Lines(
            "// What brings lanes of two rows side by side: by eights, fours, twos or ones of a, then of b; the shorter ones in each",
            "// quarter. Lower: those onto which others are folded. Upper: those that are folded onto them.",
            CodeBlock.Stack(Of(IsDouble), IsDouble ? "" : Of(isDouble: true))
        );

        string Of(bool isDouble) =>
            CodeBlock.Stack(Steps(isDouble).Select(step => ShuffleTemplate.OfFold(lanes, step.Run, isDouble)));
    }

    private bool IsDouble => lanes.Element.Bits == 64;

    private string FoldElements(Func<int, string> load, Func<string, string, string> combine)
    {
        var vectors = OrderOf(IsDouble).Select(row => (Local(row), load(row)));
        var (lines, result) = Fold(vectors, Steps(IsDouble), combine);
        return CodeBlock.Lines([.. lines, $"return {result};"]);
    }

    /// <summary>A vector of doubles has the results of half of the rows.</summary>
    private string FoldHalf()
    {
        var vectors = OrderOf(isDouble: true)
            .Select(row => (Local(row), $"{lanes.Class}.AsDouble({InBuffer(row * Rows)})"));
        var (lines, result) = Fold(vectors, Steps(isDouble: true), (a, b) => $"{a} + {b}");
        return CodeBlock.Render(
            $$"""
            /// <summary>The sum of the lanes of each of half as many rows of doubles.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Class}}<double> SumOfHalf{{lanes.Suffix}}(ref {{T}} rows)
            {
                {{CodeBlock.Lines(lines)}}
                return {{result}};
            }
            """
        );
    }

    private string FoldWidened() =>
        CodeBlock.Render(
            $"return {lanes.Class}.Narrow(SumOfHalf{lanes.Suffix}(ref rows), SumOfHalf{lanes.Suffix}(ref Unsafe.Add(ref rows, {Rows * Rows / 2})));"
        );

    /// <summary>Level by level: two vectors become one, named after how many lanes each row still has in it.</summary>
    private static (IEnumerable<string> Lines, string Result) Fold(
        IEnumerable<(string Local, string Value)> vectors,
        IReadOnlyList<Step> steps,
        Func<string, string, string> combine
    )
    {
        var lines = new List<string>();
        var level = vectors.Select(vector => Declare(vector.Local, vector.Value)).ToList();
        foreach (var step in steps.Take(steps.Count - 1))
        {
            level = [.. Pairs(step).Select((pair, i) => Declare(CodeBlock.Render($"{step.Local}{i}"), pair))];
        }

        return (lines, Pairs(steps[steps.Count - 1]).Single());

        IEnumerable<string> Pairs(Step step) =>
            Enumerable
                .Range(0, level.Count / 2)
                .Select(i => $"({level[2 * i]}, {level[(2 * i) + 1]})")
                .Select(pair => combine(step.Lower + pair, step.Upper + pair));

        string Declare(string local, string value)
        {
            lines.Add($"var {local} = {value};");
            return local;
        }
    }

    /// <summary>The order in which rows have to be folded so that each ends in the lane of its number.</summary>
    private IEnumerable<int> OrderOf(bool isDouble)
    {
        var lanesPerRow = isDouble ? 2 : 1;
        var level = Enumerable
            .Range(0, Floats / lanesPerRow)
            .Select(row => Enumerable.Repeat(row, Floats).ToArray())
            .ToList();
        foreach (var step in Steps(isDouble))
        {
            level =
            [
                .. Enumerable.Range(0, level.Count / 2).Select(i => step.Layout(level[2 * i], level[(2 * i) + 1])),
            ];
        }

        var laneOf = level[0].Select((row, lane) => (row, lane)).Where(item => item.lane % lanesPerRow == 0);
        return laneOf.OrderBy(item => item.row).Select(item => item.lane / lanesPerRow);
    }

    /// <summary>From the longest runs to single elements; a double takes two floats.</summary>
    private List<Step> Steps(bool isDouble) =>
        [
            .. new[] { 8, 4, 2, 1 }
                .Where(run => run < Floats && run >= (isDouble ? 2 : 1))
                .Select(run => new Step(run, isDouble)),
        ];

    private static string Local(int row) => CodeBlock.Render($"row{row}");

    private static string Text(int value) => CodeBlock.Render($"{value}");

    /// <summary>One fold: of each two neighbouring runs of lanes, the lower ones and the upper ones of two rows.</summary>
    private sealed record Step(int Run, bool IsDouble)
    {
        private const int Quarter = 4;

        private string Name => ShuffleTemplate.NameOfRuns(Run, IsDouble);

        public string Lower => "Lower" + Name;

        public string Upper => "Upper" + Name;

        /// <summary>What a vector is called in which each row has this many lanes.</summary>
        public string Local => Name.ToLowerInvariant();

        /// <summary>Short runs are exchanged within quarters, which is cheaper.</summary>
        public int[] Layout(int[] a, int[] b)
        {
            var group = Run < Quarter ? Quarter : a.Length;
            return
            [
                .. Enumerable
                    .Range(0, a.Length / group)
                    .Select(index => Enumerable.Range(index * group, group).Where(lane => lane / Run % 2 == 0).ToList())
                    .SelectMany(kept => kept.Select(lane => a[lane]).Concat(kept.Select(lane => b[lane]))),
            ];
        }
    }
}
