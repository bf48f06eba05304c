using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>
/// The order of a sum, which the class count alone decides. Up to 16 classes are 16 lanes that fold by halves, upper onto
/// lower. More are groups of 32: element j goes to lane j mod 16, and each group folds to eight lanes, which add up in
/// double and fold in the end. A vector of fewer lanes is a part of the 16.
/// </summary>
internal static class CanonicalSum
{
    private const int BlockClasses = 16;
    private const int DoubleLanes = 8;

    /// <summary>The lanes that are left when 16 have been folded once.</summary>
    public const int FoldedLanes = 8;

    /// <summary>The sum of every eighth class of a group, in order: what one lane holds after the first fold.</summary>
    public static string OfFoldedLane(IReadOnlyList<string> terms) =>
        OfFoldedLane(terms, term => term, (known, term) => $"{known} + {term}");

    /// <summary>The same for terms that are added in their own way.</summary>
    public static string OfFoldedLane<T>(IReadOnlyList<T> terms, Func<T, string> first, Func<string, T, string> add)
    {
        var lanes = Enumerable
            .Range(0, Math.Min(2, terms.Count))
            .Select(lane => terms.Where((_, index) => index % 2 == lane).ToList())
            .Select(lane => lane.Skip(1).Aggregate(first(lane[0]), add))
            .ToList();
        return lanes.Count == 2 && terms.Count == 2 ? add(lanes[0], terms[1]) : string.Join(" + ", lanes.Select(Group));
    }

    /// <summary>The sum of a row of at most 16 classes, down to the lanes of one vector.</summary>
    public static string OfVectors(IReadOnlyList<string> vectors, int lanes) => Fold(vectors, lanes, lanes)[0];

    /// <summary>
    /// The sum of one group: down to eight lanes, in as many vectors as that takes, or to 16 lanes of one vector.
    /// </summary>
    public static string OfGroup(IReadOnlyList<string> vectors, LaneSyntax syntax, int lanes)
    {
        var wanted = Math.Max(1, DoubleLanes / lanes);
        var sums = Fold(vectors, lanes, DoubleLanes);
        return string.Join(", ", sums.Concat(Enumerable.Repeat(syntax.Zero, wanted - sums.Count)));
    }

    private static IReadOnlyList<string> Fold(IReadOnlyList<string> vectors, int lanes, int until)
    {
        var parts = BlockClasses / lanes;
        var sums = Enumerable
            .Range(0, Math.Min(parts, vectors.Count))
            .Select(part => string.Join(" + ", vectors.Where((_, index) => index % parts == part)))
            .ToList();
        for (var half = parts / 2; half >= 1 && half * lanes >= until; half /= 2)
        {
            sums = sums.Take(half)
                .Select(
                    (lower, part) => part + half < sums.Count ? $"{Group(lower)} + {Group(sums[part + half])}" : lower
                )
                .ToList();
        }

        return sums;
    }

    private static string Group(string sum) => sum.Contains(" + ") ? $"({sum})" : sum;
}
