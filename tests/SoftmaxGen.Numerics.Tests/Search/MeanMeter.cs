namespace SoftmaxGen.Numerics.Tests;

/// <summary>What the mean over a batch adds to the error of the gradients of its rows.</summary>
internal sealed class MeanMeter(HeadKernels head, SearchedResult result)
{
    /// <summary>One ULP from the rounded 1 / rows, half a ULP from the product.</summary>
    public const double Bound = 1.5;

    // Not a power of two, for which the mean rounds nothing. The reciprocal of 3 is rounded by a third of a ULP.
    private const int Rows = 3;

    private readonly RowOracle oracle = new(head.Classes);

    /// <summary>The largest error beyond that of the row, in ULP of the mean.</summary>
    public double Measure(Candidate row)
    {
        oracle.Load(row.Logits);
        float[] logits = Repeated(row.Logits);
        float[] targets = Repeated(row.Target);
        int[] labels = [.. Enumerable.Repeat(row.Label, Rows)];
        float[] gradients = new float[logits.Length];
        if (result.UsesLabel)
            head.LabelGradientBatch(logits, labels, gradients, Reduction.Mean);
        else
            head.TargetGradientBatch(logits, targets, gradients, Reduction.Mean);

        double total = RowOracle.Total(row.Target);
        double worst = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            int c = i % head.Classes;
            (double exact, double size) = result.UsesLabel
                ? OfLabel(c, row.Label)
                : oracle.Gradient(c, row.Target, total);
            double ofRow = result.Function.SearchedBound * Ulp.Of(size) / Rows;
            worst = Math.Max(worst, Ulp.Error(gradients[i], exact / Rows, size / Rows, lost: ofRow));
        }
        return worst;
    }

    private (double Value, double Size) OfLabel(int c, int label)
    {
        double exact = oracle.Gradient(c, label);
        return (exact, Math.Abs(exact));
    }

    private static float[] Repeated(float[] row) => [.. Enumerable.Repeat(row, Rows).SelectMany(values => values)];
}
