namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// A seeded hill-climb for the rows on which a result is worst, per class count. It searches the reference, whose
/// bits are those of the kernels, and writes one file per result.
/// </summary>
internal static class CorpusSearch
{
    /// <summary>Elements to measure for each class count and result: about 8 minutes of one core in all.</summary>
    public const long UsualBudget = 12_000_000;

    private const int Starts = 48;
    private const int Climbs = 3;

    // What a measurement costs beside its elements, in elements.
    private const int Overhead = 12;

    /// <param name="directory">Where the files go.</param>
    /// <param name="budget">Elements to measure for each class count and result.</param>
    /// <param name="file">The only result to search, by the name of its file.</param>
    public static void Run(string directory, long budget, string? file = null)
    {
        Directory.CreateDirectory(directory);
        foreach (SearchedResult result in SearchedResult.All.Where(result => file is null || result.File == file))
        {
            var found = ClassCounts.Searched.Select(classes => Search(result, classes, budget)).ToList();
            CorpusFile.Write(Path.Combine(directory, result.File), result, found);
            CorpusRow worst = found.MaxBy(row => row.Ulp)!;
            Console.WriteLine($"{result.Function.Name}: {worst.Ulp:F3} ULP at C = {worst.Row.Logits.Length}");
        }
    }

    private static CorpusRow Search(SearchedResult result, int classes, long budget)
    {
        var random = new SeededRandom(19, classes, Array.IndexOf(SearchedResult.All, result));
        var meter = new ErrorMeter(PinnedHead.Kernels(classes), result);
        long steps = Math.Max(1, budget / (classes + Overhead) / Climbs);
        return Enumerable
            .Range(0, Climbs)
            .Select(_ => Climb(meter, result, classes, steps, random))
            .MaxBy(row => row.Ulp)!;
    }

    private static CorpusRow Climb(
        ErrorMeter meter,
        SearchedResult result,
        int classes,
        long steps,
        SeededRandom random
    )
    {
        var best = Enumerable
            .Range(0, Starts)
            .Select(_ => Start(classes, random))
            .Select(row => new CorpusRow(meter.Measure(row), row))
            .MaxBy(row => row.Ulp)!;
        for (; steps > 0; steps--)
        {
            Candidate next = Mutation.Of(best.Row, result, random);
            double ulp = meter.Measure(next);
            // Equal is accepted: most steps change no bit of the error, and the search must drift.
            if (ulp >= best.Ulp)
                best = new CorpusRow(ulp, next);
        }
        return best;
    }

    private static Candidate Start(int classes, SeededRandom random)
    {
        float[] logits;
        do
        {
            int seed = random.Below(int.MaxValue);
            logits = RowData.Create(classes, random.Below(RowData.FamilyCount), index: 0, seed).Logits;
        } while (logits.AsSpan().ContainsAnyExceptInRange(-1e30f, 1e30f));
        float[] target = new float[classes];
        Targets.Fill(random, logits, target);
        return new Candidate(logits, target, random.Below(classes));
    }
}
