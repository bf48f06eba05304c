using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>The sums of a row in a loop: a group of 32 classes a turn, and what is left over behind it.</summary>
internal sealed class LoopedSum(LoopedRow row, int classes)
{
    private readonly int lanes = row.Row.Lanes;

    private LaneSyntax Syntax => row.Lanes;

    private int LoopEnd => classes / KernelPlanner.GroupClasses * KernelPlanner.GroupClasses;

    /// <summary>Elements narrower than the sum are simply added.</summary>
    public string Scalar(SumPass pass)
    {
        var isPlain = row.IsWide;
        var inputs = pass.Inputs.Select(input => $"var {input.Local} = {Syntax.Load(row.RowOf(input), "i")};");
        var terms = pass.Terms.Select(term => $"var {term.Local} = {term.Value(local => local)};");
        var store = pass.StoredIn is null ? "" : Syntax.Store(pass.Terms[0].Local, pass.StoredIn, "i");
        var sums = pass.Sums.Select(sum =>
        {
            var value = sum.WithoutFirst ? $"i == first ? 0 : {sum.Term}" : sum.Term;
            return isPlain ? $"{sum.Name} += {value};" : $"{Sums(sum)}.Add({value});";
        });
        var loop = CodeBlock.Render(
            $$"""
            {{CodeBlock.Lines(
                pass.Sums.Select(sum =>
                    isPlain
                        ? $"var {sum.Name} = 0.0;"
                        : $"var {Sums(sum)} = default(CompensatedSum{row.Suffix});"
                )
            )}}
            for (var i = 0; i < {{pass.Inputs[0].Row}}.Length; i++)
            {
                {{CodeBlock.Lines(inputs.Concat(terms).Append(store).Concat(sums))}}
            }
            """
        );
        var totals = pass.Sums.Select(sum => $"var {sum.Name} = {Sums(sum)}.Total();");
        return CodeBlock.Stack(loop, isPlain ? "" : CodeBlock.Lines(totals));
    }

    public string Vector(SumPass pass)
    {
        var loop = Enumerable.Range(0, KernelPlanner.GroupClasses / lanes).Select(InLoop).ToList();
        var rest = Remainder().ToList();
        var tail = rest.Where(slot => slot.IsTail && pass.StoredIn is not null).ToList();
        var firstGroup = pass.Sums.Any(sum => sum.WithoutFirst)
            ? $"var firstGroup = (nuint)(first & ~{KernelPlanner.GroupClasses - 1});"
            : "";
        var body = CodeBlock.Lines(
            Declare(pass, loop),
            Store(pass, loop),
            AddAll(pass, loop),
            AddOthersInLoop(pass, loop)
        );
        var behind = CodeBlock.Lines(Declare(pass, rest.Except(tail)), Store(pass, rest), AddRest(pass, rest));
        return CodeBlock.Render(
            $$"""
            {{Declare(pass, tail)}}
            {{CodeBlock.Lines(pass.Sums.Select(sum => $"var {Sums(sum)} = default(LaneSums{row.Suffix});"))}}
            {{firstGroup}}
            for (nuint i = 0; i < {{LoopEnd}}; i += {{KernelPlanner.GroupClasses}})
            {
                {{body}}
            }

            {{behind}}
            {{CodeBlock.Lines(
                pass.Sums.Select(sum => $"var {sum.Name} = {Sums(sum)}.{(pass.InLanes ? "InLanes" : "Total")}();")
            )}}
            """
        );
    }

    private Slot InLoop(int index) =>
        new(CodeBlock.Render($"{index}"), index == 0 ? "i" : CodeBlock.Render($"i + {index * lanes}"));

    /// <summary>The vectors behind the loop, the overlapping one last.</summary>
    private IEnumerable<Slot> Remainder()
    {
        for (var offset = LoopEnd; offset + lanes <= classes; offset += lanes)
        {
            yield return new Slot(CodeBlock.Render($"Rest{(offset - LoopEnd) / lanes}"), CodeBlock.Render($"{offset}"));
        }

        if (row.Row.TailClasses > 0)
        {
            yield return new Slot("Tail", row.TailText, IsTail: true);
        }
    }

    private string Declare(SumPass pass, IEnumerable<Slot> slots) =>
        CodeBlock.Lines(
            slots.SelectMany(slot =>
                pass.Inputs.Select(input =>
                        $"var {input.Local}{slot.Name} = {Syntax.Load(row.RowOf(input), slot.Offset)};"
                    )
                    .Concat(
                        pass.Terms.Select(term =>
                            $"var {term.Local}{slot.Name} = {term.Value(local => local + slot.Name)};"
                        )
                    )
            )
        );

    /// <summary>The tail is stored last, by the pass that follows: it overlaps.</summary>
    private string Store(SumPass pass, IEnumerable<Slot> slots) =>
        pass.StoredIn is null
            ? ""
            : CodeBlock.Lines(
                slots
                    .Where(slot => !slot.IsTail)
                    .Select(slot => Syntax.Store(pass.Terms[0].Local + slot.Name, pass.StoredIn, slot.Offset))
            );

    private string AddAll(SumPass pass, IReadOnlyList<Slot> slots) =>
        CodeBlock.Lines(
            pass.Sums.Where(sum => !sum.WithoutFirst).Select(sum => Add(sum, slots, slot => sum.Term + slot.Name))
        );

    /// <summary>Only one group holds the class that is left out: the others need no mask.</summary>
    private string AddOthersInLoop(SumPass pass, IReadOnlyList<Slot> slots)
    {
        if (pass.Sums.SingleOrDefault(sum => sum.WithoutFirst) is not { } others)
        {
            return "";
        }

        var masks = slots.Select(slot =>
            $"{others.Term}{slot.Name} = {row.Without(others.Term + slot.Name, $"first - (int){slot.Operand}")};"
        );
        return CodeBlock.Render(
            $$"""
            if (i == firstGroup)
            {
                {{CodeBlock.Lines(masks)}}
            }

            {{Add(others, slots, slot => others.Term + slot.Name)}}
            """
        );
    }

    private string AddRest(SumPass pass, IReadOnlyList<Slot> slots) =>
        slots.Count == 0
            ? ""
            : CodeBlock.Lines(
                pass.Sums.Select(sum =>
                    Add(
                        sum,
                        slots,
                        slot =>
                            sum.WithoutFirst
                                ? row.Without(sum.Term + slot.Name, $"first - {slot.Offset}")
                                : sum.Term + slot.Name
                    )
                )
            );

    private string Add(RowSum sum, IReadOnlyList<Slot> slots, Func<Slot, string> value)
    {
        var addends = slots.Select(slot => slot.IsTail ? row.Tail(value(slot)) : value(slot)).ToList();
        return $"{Sums(sum)}.Add({CanonicalSum.OfGroup(addends, Syntax, lanes)});";
    }

    private static string Sums(RowSum sum) => sum.Name + "Lanes";

    /// <summary>One vector of a group: what ends the names of its locals, and where it stands.</summary>
    private sealed record Slot(string Name, string Offset, bool IsTail = false)
    {
        public string Operand => Offset.IndexOf(' ') >= 0 ? $"({Offset})" : Offset;
    }
}
