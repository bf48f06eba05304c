using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Costs;

/// <summary>What a keystroke that changes no head costs, beside an empty pipeline over the same attributes.</summary>
internal static class KeystrokeCost
{
    private const int Heads = 1000;

    public static void Measure(TargetTable table)
    {
        foreach (var edit in Edit.Apart(Heads).Concat(Edit.Together(Heads)))
        {
            var typing = Typing.Measure(edit);
            var ratio = Contenders.Ratio(typing.Ours, typing.Empty);
            table.Add($"keystroke at {Heads} heads, in a file {edit.Place}", "ratio", ratio, "F2", 1.35);
        }
    }
}
