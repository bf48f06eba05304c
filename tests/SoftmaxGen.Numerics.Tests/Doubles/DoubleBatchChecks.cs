namespace SoftmaxGen.Numerics.Tests;

/// <summary>Batches of doubles give what their rows give, bit for bit, in place too, and touch nothing else.</summary>
internal sealed class DoubleBatchChecks(DoubleKernels head, NumericReport report)
{
    private const double Guard = 123.25;
    private const int MostElements = 1 << 15;
    private static readonly int[] RowCounts = [.. Enumerable.Range(0, 21), 130];

    private readonly HeadSettings settings = head.Settings;
    private readonly int classes = head.Classes;
    private readonly DoubleReductions reductions = new(head, report);

    private double[] logits = [];
    private double[] targets = [];
    private double[] probabilities = [];
    private int[] labels = [];

    private delegate void OfRow(int row, Span<double> output);

    public void Check()
    {
        foreach (int rows in RowCounts.Where(rows => rows < 2 || rows * classes <= MostElements))
        {
            Fill(rows);
            CheckMaps();
            CheckLosses();
            CheckGradients();
        }
    }

    private int Rows => labels.Length;

    // Ordinary rows in turns with those of any family and those without a distribution.
    private void Fill(int rows)
    {
        var random = new SeededRandom(89, classes, rows);
        DoubleRow[] pool = [.. DoubleRows.Ordinary(settings, perFamily: 1), .. DoubleRows.Special(classes, most: 2)];
        (logits, targets, labels) = (new double[rows * classes], new double[rows * classes], new int[rows]);
        probabilities = new double[rows * classes];
        for (int row = 0; row < rows; row++)
        {
            Span<double> ofRow = Of(logits, row);
            foreach (ref double logit in ofRow)
                logit = DoubleRows.Uniform(random, -9, 9) * settings.Temperature;
            if (rows > 8 && random.Below(3) == 0)
                random.OneOf(pool).Logits.CopyTo(ofRow);
            DoubleTargets.Target(random, classes).CopyTo(Of(targets, row));
            head.Softmax(ofRow, Of(probabilities, row));
            labels[row] = DoubleTargets.Label(random, settings);
        }
    }

    private void CheckMaps()
    {
        SameInPlace("SoftmaxBatch", logits, head.SoftmaxBatch, (row, output) => head.Softmax(Of(logits, row), output));
        SameInPlace(
            "LogSoftmaxBatch",
            logits,
            head.LogSoftmaxBatch,
            (row, output) => head.LogSoftmax(Of(logits, row), output)
        );
        var predicted = new GuardedBuffer<int>(Rows, -77);
        head.Labels.PredictBatch(logits, predicted.Take(Rows, 3 * Rows));
        report.Expect(predicted.IsIntact, $"PredictBatch writes outside: {Where}");
        for (int row = 0; row < Rows; row++)
            report.Expect(
                predicted.Span[row] == head.Predict(Of(logits, row)),
                $"PredictBatch of row {row} is {predicted.Span[row]}: {Where}"
            );
    }

    private void CheckLosses()
    {
        CheckLabelLosses("labels", logits, head.Labels.Losses, head.Labels.LossBatch, head.Labels.Loss);
        CheckLabelLosses(
            "labels from p",
            probabilities,
            head.Labels.LossesFromProbabilities,
            head.Labels.LossFromProbabilitiesBatch,
            head.Labels.LossFromProbabilities
        );
        CheckTargetLosses("targets", logits, head.TargetLosses, head.TargetLossBatch, head.TargetLoss);
        CheckTargetLosses(
            "targets from p",
            probabilities,
            head.TargetLossesFromProbabilities,
            head.TargetLossFromProbabilitiesBatch,
            head.TargetLossFromProbabilities
        );
    }

    private void CheckLabelLosses(
        string of,
        double[] inputs,
        LabelLosses<double, int> losses,
        LabelLossBatch<double, int> reduced,
        LabelLoss<double, int> loss
    )
    {
        double[] ofRows = Same(
            $"losses of {of}",
            Rows,
            output => losses(inputs, labels, output),
            (row, output) => output[0] = loss(Of(inputs, row), labels[row])
        );
        foreach (Reduction reduction in (Reduction[])[Reduction.Mean, Reduction.Sum])
            reductions.OfLabels($"{of}, {Where}", reduced(inputs, labels, reduction), ofRows, labels, reduction);
    }

    private void CheckTargetLosses(
        string of,
        double[] inputs,
        DoubleLosses losses,
        DoubleLossBatch reduced,
        DoubleLoss loss
    )
    {
        double[] ofRows = Same(
            $"losses of {of}",
            Rows,
            output => losses(inputs, targets, output),
            (row, output) => output[0] = loss(Of(inputs, row), Of(targets, row))
        );
        foreach (Reduction reduction in (Reduction[])[Reduction.Mean, Reduction.Sum])
            reductions.OfTargets($"{of}, {Where}", reduced(inputs, targets, reduction), ofRows, reduction);
    }

    private void CheckGradients()
    {
        foreach (Reduction reduction in (Reduction[])[Reduction.Mean, Reduction.Sum])
        {
            double[] gradients = new double[logits.Length];
            double loss = head.Labels.GradientBatch(logits, labels, gradients, reduction);
            report.Expect(
                BitDigest.Bits(loss) == BitDigest.Bits(head.Labels.LossBatch(logits, labels, reduction)),
                $"{reduction} beside the gradients of labels is {loss:R}: {Where}"
            );
            reductions.GradientsOfLabels(Where, logits, labels, gradients, reduction);
            InPlace("label gradients", logits, b => head.Labels.GradientBatch(b, labels, b, reduction), gradients);

            loss = head.TargetGradientBatch(logits, targets, gradients, reduction);
            report.Expect(
                BitDigest.Bits(loss) == BitDigest.Bits(head.TargetLossBatch(logits, targets, reduction)),
                $"{reduction} beside the gradients of targets is {loss:R}: {Where}"
            );
            reductions.GradientsOfTargets(Where, logits, targets, gradients, reduction);
            InPlace("target gradients", logits, b => head.TargetGradientBatch(b, targets, b, reduction), gradients);
            InPlace(
                "gradients over targets",
                targets,
                b => head.TargetGradientBatch(logits, b, b, reduction),
                gradients
            );
        }
    }

    private void SameInPlace(string member, double[] input, DoubleMap batch, OfRow ofRow)
    {
        double[] apart = Same(member, input.Length, output => batch(input, output), ofRow);
        InPlace(member, input, buffer => batch(buffer, buffer), apart);
    }

    private void InPlace(string member, double[] input, Action<double[]> run, double[] expected)
    {
        double[] buffer = [.. input];
        run(buffer);
        Same($"{member} in place", buffer, expected);
    }

    // What a batch of the rows writes, which must be what each row gives.
    private double[] Same(string member, int elements, Action<Span<double>> batch, OfRow ofRow)
    {
        var buffer = new GuardedBuffer<double>(elements, Guard);
        batch(buffer.Take(elements, 5 * Rows + 1));
        report.Expect(buffer.IsIntact, $"{member} writes outside: {Where}");
        report.Add(buffer.Span);
        double[] expected = new double[elements];
        for (int row = 0; row < Rows; row++)
            ofRow(row, expected.AsSpan(row * (elements / Rows), elements / Rows));
        Same(member, buffer.Span, expected);
        return expected;
    }

    private void Same(string member, ReadOnlySpan<double> actual, double[] expected)
    {
        if (BitDigest.FirstDifference(actual, expected) is >= 0 and var i)
            report.Fail($"{member}[{i}] is {actual[i]:R}, not {expected[i]:R}: {Where}");
    }

    private Span<double> Of(double[] elements, int row) => elements.AsSpan(row * classes, classes);

    private string Where => $"{Rows} rows of {head.Name}";
}
