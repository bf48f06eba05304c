using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>How the row of a class count lies in the vectors of one width: what reads and writes it, and picks lanes of it.</summary>
internal sealed class RowLayoutTemplate(KernelPlan plan, RowPlan row, Attributes attributes)
{
    private readonly VectorSyntax lanes = (VectorSyntax)LaneSyntax.Of(row);

    /// <param name="hasRowKernels">Whether there are kernels of a single row.</param>
    /// <param name="sumsInLanes">Whether there are passes over many rows, whose sums stay in lanes.</param>
    public string Render(bool hasRowKernels, bool sumsInLanes) =>
        CodeBlock.Stack(
            row.Shape switch
            {
                RowShape.Filled => FilledRowTemplate.Render(plan.Classes, lanes),
                RowShape.Joined => JoinedHalvesTemplate.Render(plan, lanes, hasRowKernels, sumsInLanes),
                _ => row.TailClasses > 0 ? Tail() : "",
            },
            Without(),
            plan.Classes == 2 && lanes.Count == 4
                ? CodeBlock.Stack(LanesFoldTemplate.MaxOfPair(lanes), LanesFoldTemplate.SumOfPair(lanes))
                : "",
            row.OwnLogarithm ? LogOfMany() : ""
        );

    private string Without() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The lanes with 0 at <paramref name="position"/>{{(row.Shape == RowShape.Joined ? ", a class" : ", which may lie outside")}}.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Without({{lanes.Type}} v, int position)
            {
                var indices = {{lanes.Class}}.Create({{Numbers(ClassesOfLanes)}});
                var isThere = {{lanes.WhereEqual("indices", lanes.Integers("position"))}};
                return {{(
                lanes.Bits == 512 ? $"Select(~isThere, v, {lanes.Zero})" : $"{lanes.Class}.AndNot(v, isThere)"
            )}};
            }
            """
        );

    /// <summary>The class that each lane holds, counted from the first one of the vector.</summary>
    private IEnumerable<int> ClassesOfLanes =>
        Enumerable
            .Range(0, lanes.Count)
            .Select(lane =>
                row.Shape == RowShape.Joined && lane >= lanes.Count / 2 ? lane + plan.Classes - lanes.Count
                : plan.Classes == 2 ? lane % 2
                : lane
            );

    private string Tail()
    {
        var kept = Enumerable.Range(lanes.Count - row.TailClasses, row.TailClasses);
        var order = kept.Concat(Enumerable.Repeat(lanes.Count, lanes.Count - row.TailClasses));
        return CodeBlock.Render(
            $$"""
            /// <summary>The last vector overlaps the one before: its {{row.TailClasses}} new lanes move to the front, 0 follows.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} Tail({{lanes.Type}} v) =>
                {{lanes.Class}}.Shuffle(v, {{lanes.Class}}.Create({{Numbers(order)}}));
            """
        );
    }

    /// <summary>The logarithm as a call, where inlining it everywhere is more than the JIT is ready to do.</summary>
    private string LogOfMany() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The logarithm, as a method of its own: so many vectors of it are more than the JIT inlines.</summary>
            {{attributes.Entry}}
            private static {{lanes.Type}} LogOfMany({{lanes.Type}} p) => Log(p);
            """
        );

    private static string Numbers(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => CodeBlock.Render($"{number}")));
}
