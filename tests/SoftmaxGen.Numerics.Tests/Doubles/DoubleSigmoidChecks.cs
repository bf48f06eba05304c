namespace SoftmaxGen.Numerics.Tests;

/// <summary>Sigmoid heads of doubles against the oracle; batches give what their rows give, bit for bit, in place too.</summary>
internal sealed class DoubleSigmoidChecks(DoubleSigmoidKernels head, NumericReport report)
{
    private const double Bound = 5;
    private const double GradientBound = 8;

    // Half a unit each for a lane, four levels of folding, and the division: as for softmax heads.
    private const double ReducedBound = 3;

    // A product by the double next to 1 / rows, on top of one by the double next to 1 / n: each within a unit and a half.
    private const double ScaledBound = 3;
    private static readonly int[] RowCounts = [.. Enumerable.Range(0, 21), 130];

    private static readonly double[] Specials =
    [
        0,
        -0.0,
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        1e300,
        -1e300,
        double.Epsilon,
        1e-310,
        36.5,
        -36.8,
        708,
        -708.4,
        709.9,
        -745.1,
        -745.2,
        750,
        -760,
        1e10,
        -1e10,
        1,
    ];

    private readonly SigmoidOracle oracle = new(head.Settings);
    private readonly int outputs = head.Outputs;

    private double[] logits = [];
    private double[] targets = [];
    private double[] probabilities = [];

    public static NumericReport CheckAll(IEnumerable<Type> heads)
    {
        var report = new NumericReport();
        foreach (Type head in heads.OrderBy(head => head.Name, StringComparer.Ordinal))
            new DoubleSigmoidChecks(new DoubleSigmoidKernels(head), report).Check();
        return report;
    }

    public void Check()
    {
        foreach (int rows in RowCounts)
        {
            Fill(new SeededRandom(103, outputs, rows), rows);
            CheckMap("Sigmoid", logits, head.Sigmoid, head.SigmoidBatch, z => SigmoidOracle.Probability(z));
            CheckMap("LogSigmoid", logits, head.LogSigmoid, head.LogSigmoidBatch, z => SigmoidOracle.LogProbability(z));
            CheckMap(
                "Derivative",
                probabilities,
                head.Derivative,
                head.DerivativeBatch,
                p => SigmoidOracle.Derivative(p)
            );
            CheckPredictions();
            CheckLosses("BCE", logits, head.Loss, head.Losses, head.LossBatch, oracle.Loss);
            CheckLosses(
                "BCE from p",
                probabilities,
                head.LossFromProbabilities,
                head.LossesFromProbabilities,
                head.LossFromProbabilitiesBatch,
                oracle.LossFromProbabilities
            );
            CheckGradients(rows);
        }
        CheckGuards();
    }

    // Spreads of every size, and now and then a special value.
    private void Fill(SeededRandom random, int rows)
    {
        int count = rows * outputs;
        (logits, targets, probabilities) = (new double[count], new double[count], new double[count]);
        double spread = 1;
        for (int i = 0; i < count; i++)
        {
            if (i % outputs == 0)
                spread = random.OneOf(1e-300, 1e-9, 0.3, 3, 12, 40, 720, 1e6);
            logits[i] =
                random.Below(outputs + 3) == 0 ? random.OneOf(Specials) : DoubleRows.Uniform(random, -spread, spread);
            targets[i] = random.Below(2) == 0 ? random.Below(2) : random.Unit();
            double p = Math.Pow(random.Unit(), random.OneOf(1, 3, 200));
            probabilities[i] = random.Below(3) == 0 ? 1 - p : p;
        }
    }

    private void CheckMap(
        string name,
        double[] inputs,
        DoubleMap ofRow,
        DoubleMap batch,
        Func<double, ExactResult> exact
    )
    {
        double[] expected = new double[inputs.Length];
        for (int start = 0; start < inputs.Length; start += outputs)
            ofRow(inputs.AsSpan(start, outputs), expected.AsSpan(start, outputs));
        for (int i = 0; i < inputs.Length; i++)
            Measure(name, Bound, expected[i], exact(inputs[i]), $"{inputs[i]:R}");
        Same(name, expected, output => batch(inputs, output));
        double[] inPlace = [.. inputs];
        batch(inPlace, inPlace);
        Same($"{name} in place", expected, inPlace);
    }

    private void CheckPredictions()
    {
        bool[] labels = new bool[logits.Length];
        head.PredictBatch(logits, labels);
        report.Expect(labels.SequenceEqual(logits.Select(z => z >= 0)), $"{head.Name}: PredictBatch is wrong");
        for (int start = 0; start < logits.Length; start += outputs)
        {
            bool[] ofRow = new bool[outputs];
            head.Predict(logits.AsSpan(start, outputs), ofRow);
            report.Expect(labels.AsSpan(start, outputs).SequenceEqual(ofRow), $"{head.Name}: Predict is wrong");
        }
    }

    private void CheckLosses(
        string name,
        double[] inputs,
        DoubleLoss ofRow,
        DoubleLosses losses,
        DoubleLossBatch reduced,
        Func<double[], double[], ExactResult> exact
    )
    {
        double[] expected = new double[inputs.Length / outputs];
        ExactResult sum = ExactResult.Zero;
        for (int row = 0; row < expected.Length; row++)
        {
            (double[] input, double[] target) = (Of(inputs, row), Of(targets, row));
            expected[row] = ofRow(input, target);
            sum += ExactResult.OfOwnSize(expected[row]);
            Measure(name, Bound, expected[row], exact(input, target), $"{Text(input)}; {Text(target)}");
        }
        Same(name, expected, output => losses(inputs, targets, output));
        double total = reduced(inputs, targets, Reduction.Sum);
        double mean = reduced(inputs, targets, Reduction.Mean);
        report.Add([total, mean]);
        Measure("reduced loss", ReducedBound, total, sum, $"{expected.Length} rows, {name}");
        Measure("reduced loss", ReducedBound, mean, sum / expected.Length, $"mean of {expected.Length} rows, {name}");
    }

    private void CheckGradients(int rows)
    {
        double[] expected = new double[logits.Length];
        for (int row = 0; row < rows; row++)
        {
            (double[] z, double[] t) = (Of(logits, row), Of(targets, row));
            double loss = head.Gradient(z, t, expected.AsSpan(row * outputs, outputs));
            report.Expect(
                BitDigest.Bits(loss) == BitDigest.Bits(head.Loss(z, t)),
                $"{head.Name}: loss {loss:R} of {row}"
            );
            ExactResult[] exact = oracle.Gradient(z, t);
            for (int i = 0; i < outputs; i++)
                Measure("gradient", GradientBound, expected[row * outputs + i], exact[i], $"{z[i]:R}; {t[i]:R}");
        }
        Same("gradients", expected, output => head.GradientBatch(logits, targets, output, Reduction.Sum));
        double[] overLogits = [.. logits];
        head.GradientBatch(overLogits, targets, overLogits, Reduction.Sum);
        Same("gradients over logits", expected, overLogits);
        double[] overTargets = [.. targets];
        head.GradientBatch(logits, overTargets, overTargets, Reduction.Sum);
        Same("gradients over targets", expected, overTargets);
        double[] scaled = new double[logits.Length];
        double mean = head.GradientBatch(logits, targets, scaled, Reduction.Mean);
        report.Add(scaled);
        report.Expect(
            BitDigest.Bits(mean) == BitDigest.Bits(head.LossBatch(logits, targets, Reduction.Mean)),
            $"{head.Name}: the mean beside the gradients is {mean:R}"
        );
        for (int i = 0; i < scaled.Length; i++)
            Measure(
                "scaled gradient",
                ScaledBound,
                scaled[i],
                ExactResult.OfOwnSize(expected[i]) / rows,
                $"{rows} rows"
            );
    }

    private void CheckGuards()
    {
        double[] memory = new double[3 * outputs + 1];
        double[] wrong = new double[outputs + 1];
        double[] right = new double[outputs];
        void Throws(string parameter, Action run) => report.Throws<ArgumentException>(parameter, head.Name, run);
        Throws("logits", () => head.Sigmoid(wrong, right));
        Throws("probabilities", () => head.Sigmoid(right, wrong));
        Throws("targets", () => head.Loss(right, wrong));
        Throws("gradient", () => head.Gradient(right, right, wrong));
        Throws("losses", () => head.Losses(right, right, new double[2]));
        Throws("probabilities", () => head.SigmoidBatch(memory.AsSpan(0, 2 * outputs), memory.AsSpan(1, 2 * outputs)));
        Throws("losses", () => head.Losses(right, right, right.AsSpan(0, 1)));
        report.Throws<ArgumentOutOfRangeException>(
            "reduction",
            head.Name,
            () => head.LossBatch(right, right, (Reduction)2)
        );
        report.Expect(memory.AsSpan().IndexOfAnyExcept(0) < 0, $"{head.Name} wrote before it threw");
    }

    // What a batch writes, in memory between two guards.
    private void Same(string name, double[] expected, Action<Span<double>> run)
    {
        var buffer = new GuardedBuffer<double>(expected.Length, 123.25);
        run(buffer.Take(expected.Length, expected.Length % 7));
        report.Expect(buffer.IsIntact, $"{head.Name}: {name} writes outside");
        report.Add(buffer.Span);
        Same(name, expected, buffer.Span);
    }

    private void Same(string name, double[] expected, ReadOnlySpan<double> actual)
    {
        if (BitDigest.FirstDifference(actual, expected) is >= 0 and var i)
            report.Fail($"{head.Name}: {name}[{i}] of {expected.Length} is {actual[i]:R}, not {expected[i]:R}");
    }

    private void Measure(string name, double bound, double actual, ExactResult exact, string of) =>
        report.Measure(
            $"double {name}",
            bound,
            PreciseUlp.Error(actual, exact, isDouble: true),
            () => $"{head.Name}, {actual:R} for {(double)exact.Value:R} of {of}"
        );

    private double[] Of(double[] elements, int row) => elements[(row * outputs)..((row + 1) * outputs)];

    private static string Text(double[] row) => string.Join(", ", row.Take(4).Select(x => x.ToString("R")));
}
