using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The canonical sums of a row in a loop: 16 classes a turn, moved up the cascade after every eight.</summary>
internal sealed class LoopedSum(LoopedRow row, int classes)
{
    private readonly int parts = CanonicalSum.Parts(row.Row.Lanes);

    private LaneSyntax Lanes => row.Lanes;

    private int BlockEnd => classes / KernelPlanner.BlockClasses * KernelPlanner.BlockClasses;

    private bool HasCascade => row.Row.CascadeLevels > 0;

    private IEnumerable<int> Parts => Enumerable.Range(0, parts);

    public string Scalar(SumPass pass) =>
        CodeBlock.Render(
            $$"""
            {{CodeBlock.Lines(pass.Sums.Select(sum => $"var {sum.Name} = 0.0;"))}}
            for (var i = 0; i < {{classes}}; i++)
            {
                {{CodeBlock.Lines(pass.Inputs.Select(input => $"var {input.Local} = {Lanes.Load(input.Row, "i")};"))}}
                {{CodeBlock.Lines(pass.Terms.Select(term => $"var {term.Local} = {term.Value(local => local)};"))}}
                {{(pass.StoredIn is null ? "" : Lanes.Store(pass.Terms[0].Local, pass.StoredIn, "i"))}}
                {{CodeBlock.Lines(
                pass.Sums.Select(sum =>
                    $"{sum.Name} += {(sum.WithoutFirst ? $"i == first ? 0 : {sum.Term}" : sum.Term)};"
                )
            )}}
            }
            """
        );

    public string Vector(SumPass pass) =>
        CodeBlock.Render(
            $$"""
            {{TailBefore(pass)}}
            {{CodeBlock.Lines(pass.Sums.SelectMany(Declare))}}
            {{(
                pass.Sums.Any(sum => sum.WithoutFirst)
                    ? $"var firstBlock = (nuint)(first & ~{KernelPlanner.BlockClasses - 1});"
                    : ""
            )}}
            for (nuint i = 0; i < {{BlockEnd}}; i += {{KernelPlanner.BlockClasses}})
            {
                {{CodeBlock.Lines(
                pass.Inputs.SelectMany(input =>
                    Parts.Select(part => $"var {Name(input.Local, part)} = {Lanes.Load(input.Row, At(part))};")
                )
            )}}
                {{CodeBlock.Lines(
                pass.Terms.SelectMany(term =>
                    Parts.Select(part => $"var {Name(term.Local, part)} = {term.Value(local => Name(local, part))};")
                )
            )}}
                {{(
                pass.StoredIn is null
                    ? ""
                    : CodeBlock.Lines(
                        Parts.Select(part => Lanes.Store(Name(pass.Terms[0].Local, part), pass.StoredIn, At(part)))
                    )
            )}}
                {{CodeBlock.Lines(pass.Sums.Where(sum => !sum.WithoutFirst).SelectMany(Accumulate))}}
                {{WithoutFirst(pass)}}
                {{(HasCascade ? Carry(pass) : "")}}
            }

            {{Remainder(pass)}}
            {{CodeBlock.Lines(pass.Sums.Select(Total))}}
            """
        );

    private IEnumerable<string> Declare(RowSum sum) =>
        Parts
            .Select(part => $"var {SumName(sum, part)} = {Lanes.Zero};")
            .Concat(HasCascade ? [$"var {sum.Name}Cascade = default(Cascade{row.Suffix});"] : []);

    private IEnumerable<string> Accumulate(RowSum sum) =>
        Parts.Select(part => $"{SumName(sum, part)} += {Name(sum.Term, part)};");

    /// <summary>Only one block holds the class that is left out: the others need no mask.</summary>
    private string WithoutFirst(SumPass pass)
    {
        var sums = pass.Sums.Where(sum => sum.WithoutFirst).ToList();
        if (sums.Count == 0)
        {
            return "";
        }

        var masked = Parts.Select(part =>
            $"{Name(sums[0].Term, part)} = {row.WithoutFirst(Name(sums[0].Term, part), part == 0 ? "first - (int)i" : $"first - (int)({At(part)})")};"
        );
        return CodeBlock.Render(
            $$"""
            if (i == firstBlock)
            {
                {{CodeBlock.Lines(masked)}}
            }

            {{CodeBlock.Lines(sums.SelectMany(Accumulate))}}
            """
        );
    }

    private string Carry(SumPass pass) =>
        CodeBlock.Render(
            $$"""

            if ((i + {{KernelPlanner.BlockClasses}}) % {{KernelPlanner.GroupClasses}} == 0)
            {
                {{CodeBlock.Lines(
                pass.Sums.Select(sum => $"{sum.Name}Cascade.Add({Joined(sum)}, i + {KernelPlanner.BlockClasses});")
            )}}
                {{CodeBlock.Lines(
                pass.Sums.Select(sum =>
                    string.Join(" = ", Parts.Select(part => SumName(sum, part))) + $" = {Lanes.Zero};"
                )
            )}}
            }
            """
        );

    /// <summary>The classes behind the last whole block: straight-line code.</summary>
    private string Remainder(SumPass pass)
    {
        var whole = (classes - BlockEnd) / row.Row.Lanes;
        var slots = Enumerable.Range(0, whole).Select(part => WholeVector(pass, part));
        return CodeBlock.Lines(row.Row.TailClasses > 0 ? slots.Append(TailVector(pass, whole)) : slots);
    }

    private string WholeVector(SumPass pass, int part)
    {
        var offset = CodeBlock.Render($"{BlockEnd + (part * row.Row.Lanes)}");
        var slot = CodeBlock.Render($"Rest{part}");
        return CodeBlock.Lines(
            CodeBlock.Lines(DeclareSlot(pass, slot, offset)),
            pass.StoredIn is null ? "" : Lanes.Store(pass.Terms[0].Local + slot, pass.StoredIn, offset),
            CodeBlock.Lines(
                pass.Sums.Select(sum =>
                    $"{SumName(sum, part)} += {Kept(sum, SlotOf(pass, sum.Term, slot, offset), offset)};"
                )
            )
        );
    }

    private string TailVector(SumPass pass, int part)
    {
        var offset = row.TailText;
        return CodeBlock.Lines(
            pass.StoredIn is null ? CodeBlock.Lines(DeclareSlot(pass, "Tail", offset)) : "",
            CodeBlock.Lines(
                pass.Sums.Select(sum =>
                    $"{SumName(sum, part)} += {row.TailOf(Kept(sum, SlotOf(pass, sum.Term, "Tail", offset), offset))};"
                )
            )
        );
    }

    private IEnumerable<string> DeclareSlot(SumPass pass, string slot, string offset) =>
        pass.Terms.Select(term =>
            $"var {term.Local}{slot} = {term.Value(local => SlotOf(pass, local, slot, offset))};"
        );

    private string Kept(RowSum sum, string value, string offset) =>
        sum.WithoutFirst ? row.WithoutFirst(value, $"first - {offset}") : value;

    private static bool IsTerm(SumPass pass, string local) => pass.Terms.Any(term => term.Local == local);

    private string SlotOf(SumPass pass, string local, string slot, string offset) =>
        IsTerm(pass, local) ? local + slot : LoadAt(pass, local, offset);

    /// <summary>What the tail overlaps is read before it is written.</summary>
    private string TailBefore(SumPass pass) =>
        pass.StoredIn is not null && row.Row.TailClasses > 0
            ? CodeBlock.Lines(DeclareSlot(pass, "Tail", row.TailText))
            : "";

    private string Total(RowSum sum)
    {
        var total = HasCascade
            ? $"{sum.Name}Cascade.Total({Joined(sum)})"
            : CanonicalSum.Fold(Parts.Select(part => SumName(sum, part)).ToList(), parts);
        return $"var {sum.Name} = {row.FoldLanes(total)};";
    }

    private string Joined(RowSum sum) => string.Join(", ", Parts.Select(part => SumName(sum, part)));

    private string LoadAt(SumPass pass, string local, string offset) =>
        Lanes.Load(pass.Inputs.Single(input => input.Local == local).Row, offset);

    private string At(int part) => part == 0 ? "i" : CodeBlock.Render($"i + {part * row.Row.Lanes}");

    private string Name(string local, int part) => parts == 1 ? local : CodeBlock.Render($"{local}{part}");

    private string SumName(RowSum sum, int part) => parts == 1 ? sum.Name + "Lanes" : Name(sum.Name, part);
}
