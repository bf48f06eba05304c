using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>
/// Where the vectors of a row stand, and how they are read and written. Straight-line code reads all of them first, and so
/// does a loop with a last vector that overlaps: the output may be the input.
/// </summary>
internal sealed class OutputRow(int outputs, RowPlan row)
{
    public RowPlan Plan { get; } = row;

    public VectorSyntax Lanes { get; } = (VectorSyntax)LaneSyntax.Of(row);

    public bool IsLooped => Plan.Shape == RowShape.Looped;

    public bool HasTail => Plan.Shape is RowShape.Straight or RowShape.Looped && Plan.TailClasses > 0;

    /// <summary>Where the loop ends, which adds as many vectors at a time as the sum of the losses has room for.</summary>
    public int LoopEnd => IsLooped ? outputs / LoopStep * LoopStep : 0;

    public int LoopStep => Lanes.Count * OutputSumsTemplate.VectorsPerAdd(Lanes.Count);

    /// <summary>The vectors of a turn of the loop.</summary>
    public IReadOnlyList<Slot> Turn =>
        [
            .. Enumerable
                .Range(0, LoopStep / Lanes.Count)
                .Select(index => new Slot(
                    LoopStep == Lanes.Count ? "" : Text(index),
                    index == 0 ? "i" : $"i + {Text(index * Lanes.Count)}"
                )),
        ];

    /// <summary>The vectors of straight-line code, all of them or what the loop leaves.</summary>
    public IReadOnlyList<Slot> Behind
    {
        get
        {
            if (Plan.Vectors == 1)
            {
                return [new Slot("", "0", IsPart: Plan.Shape != RowShape.Straight)];
            }

            var slots = new List<Slot>();
            for (var offset = LoopEnd; offset + Lanes.Count <= outputs; offset += Lanes.Count)
            {
                slots.Add(
                    new Slot(
                        IsLooped ? $"Rest{Text((offset - LoopEnd) / Lanes.Count)}" : Text(offset / Lanes.Count),
                        Text(offset)
                    )
                );
            }

            if (HasTail)
            {
                slots.Add(
                    new Slot(IsLooped ? "Last" : Text(Plan.FullVectors), Text(outputs - Lanes.Count), IsPart: true)
                );
            }

            return slots;
        }
    }

    public string Load(string input, Slot slot) =>
        Plan.Shape switch
        {
            RowShape.Filled => $"LoadRow(ref {input}{(outputs == 2 ? "" : $", {Lanes.Element.Zero}")})",
            RowShape.Joined => $"LoadHalves(ref {input})",
            _ => Lanes.Load(input, slot.Offset),
        };

    public string Store(string value, string output, Slot slot) =>
        Plan.Shape switch
        {
            RowShape.Filled => $"StoreRow({value}, ref {output});",
            RowShape.Joined => $"StoreHalves({value}, ref {output});",
            _ => Lanes.Store(value, output, slot.Offset),
        };

    /// <summary>The methods that reading and writing needs.</summary>
    public string Methods() =>
        CodeBlock.Stack(
            Plan.Shape switch
            {
                RowShape.Filled => FilledRowTemplate.Render(outputs, Lanes),
                RowShape.Joined => JoinedHalvesTemplate.LoadAndStore(outputs, Lanes),
                _ => "",
            },
            HasTail || Plan.Shape is RowShape.Filled or RowShape.Joined ? Tail() : ""
        );

    private string Tail()
    {
        var (summary, kept) = Plan.Shape switch
        {
            RowShape.Filled => ("The outputs, then 0.", Enumerable.Range(0, outputs)),
            RowShape.Joined => (
                "Each output once, in order, then 0.",
                Enumerable
                    .Range(0, Lanes.Count / 2)
                    .Concat(Enumerable.Range(Lanes.Count - Plan.TailClasses, Plan.TailClasses))
            ),
            _ => (
                $"The last vector overlaps the one before: its {Text(Plan.TailClasses)} new lanes move to the front, 0 follows.",
                Enumerable.Range(Lanes.Count - Plan.TailClasses, Plan.TailClasses)
            ),
        };
        var order = kept.ToList();
        order.AddRange(Enumerable.Repeat(Lanes.Count, Lanes.Count - order.Count));
        return CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{Attributes.Inline}}
            private static {{Lanes.Type}} Tail({{Lanes.Type}} v) =>
                {{Lanes.Class}}.Shuffle(v, {{Lanes.Class}}.Create({{string.Join(", ", order.Select(Text))}}));
            """
        );
    }

    private static string Text(int value) => CodeBlock.Render($"{value}");

    /// <summary>One vector of a row.</summary>
    /// <param name="Name">What ends the names of its locals.</param>
    /// <param name="Offset">Where it begins.</param>
    /// <param name="IsPart">Whether not every lane of it counts in a sum.</param>
    public sealed record Slot(string Name, string Offset, bool IsPart = false);
}
