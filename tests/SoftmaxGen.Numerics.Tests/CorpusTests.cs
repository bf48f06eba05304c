using Xunit;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The stored rows on which a search found each result worst: the right-hand column of docs/numerics.md.</summary>
public class CorpusTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Files => [.. SearchedResult.All.Select(result => result.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Searched_rows_stay_within_the_bound(string file)
    {
        SearchedResult result = SearchedResult.All.Single(result => result.File == file);
        List<CorpusRow> rows = [.. CorpusFile.Read(Path.Combine(Folder, file))];
        Assert.Equal(ClassCounts.Searched, rows.Select(row => row.Row.Logits.Length));

        List<string> failures = [.. rows.Select(row => Failure(result, row)).OfType<string>()];
        Assert.True(failures.Count == 0, $"{failures.Count} rows:\n{string.Join('\n', failures)}");
    }

    /// <summary>
    /// The mean multiplies the gradient of a row by 1 / rows, rounded: the row's own error is divided with it, and less than
    /// 1.5 ULP of the result come on top.
    /// </summary>
    [Theory]
    [InlineData("label-gradient.txt")]
    [InlineData("target-gradient.txt")]
    public void The_mean_adds_at_most_1_5_ulp_to_searched_gradients(string file)
    {
        SearchedResult result = SearchedResult.All.Single(result => result.File == file);
        List<string> failures = [];
        foreach (CorpusRow row in CorpusFile.Read(Path.Combine(Folder, file)))
        {
            int classes = row.Row.Logits.Length;
            double ulp = new MeanMeter(CompiledHeads.Kernels(classes), result).Measure(row.Row);
            if (ulp > MeanMeter.Bound)
                failures.Add($"C = {classes}: {ulp:F3} ULP, more than {MeanMeter.Bound}");
        }
        Assert.True(failures.Count == 0, $"{failures.Count} rows:\n{string.Join('\n', failures)}");
    }

    private static string? Failure(SearchedResult result, CorpusRow row)
    {
        int classes = row.Row.Logits.Length;
        var head = new ErrorMeter(CompiledHeads.Kernels(classes), result);
        double ulp = head.Measure(row.Row);
        if (ulp > result.Function.SearchedBound)
            return $"C = {classes}: {ulp:F3} ULP, more than {result.Function.SearchedBound}";
        if (!CompiledHeads.ArePinned)
            return null;

        var reference = new ErrorMeter(PinnedHead.Kernels(classes), result);
        reference.Measure(row.Row);
        int differs = BitDigest.FirstDifference(head.Output, reference.Output);
        return differs < 0 ? null : $"C = {classes}: element {differs} has not the bits of the reference";
    }
}
