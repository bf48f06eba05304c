namespace SoftmaxGen.Numerics.Tests;

/// <summary>Sample follows the pinned inverse CDF of the head's own probabilities, and refuses what has none.</summary>
internal sealed class SamplingChecks(HeadKernels head, NumericReport report)
{
    private readonly float[] probabilities = new float[head.Classes];

    public void Check()
    {
        // Very long rows take a pass per draw: a few of them are enough.
        int step = head.Classes <= 1 << 16 ? 1 : 5;
        for (int family = 0; family < RowData.FamilyCount; family += step)
        {
            Row row = RowData.Create(head.Classes, family, index: 0, seed: 5);
            var random = new SeededRandom(13, head.Classes, row.Family.Length);
            head.Softmax(row.Logits, probabilities);
            foreach (float u in (ReadOnlySpan<float>)[0f, -0f, 1f, 0.99999994f, 0.5f, 1e-45f, random.Between(0, 1)])
                CheckDraw(row, u);
        }
        CheckRefusals();
    }

    private void CheckDraw(Row row, float uniform)
    {
        int drawn = head.Sample(row.Logits, uniform);
        int? wanted = InverseCdf.Sample(probabilities, uniform);
        report.Expect(drawn == wanted, $"Sample({uniform:R}) is {drawn}, not {wanted}: {row}");
        report.Expect(probabilities[drawn] > 0, $"Sample({uniform:R}) is a class of probability 0: {row}");
    }

    private void CheckRefusals()
    {
        float[] logits = new float[head.Classes];
        foreach (float u in (ReadOnlySpan<float>)[float.NaN, -1e-45f, -1f, 1.0000001f, float.PositiveInfinity])
            report.Throws<ArgumentOutOfRangeException>("uniform", $"Sample({u:R})", () => head.Sample(logits, u));

        foreach (Row row in SpecialRows.NotANumber(head.Classes).Append(SpecialRows.AllMasked(head.Classes)))
            report.Throws<ArgumentException>("logits", $"Sample of {row}", () => head.Sample(row.Logits, 0.5f));
    }
}
