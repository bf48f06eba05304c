namespace SoftmaxGen.Numerics.Tests;

/// <summary>Gradients against central differences of the oracle's losses: no formula of a gradient is taken for granted.</summary>
internal sealed class GradientDifferenceChecks(OptionHead head, NumericReport report)
{
    // A difference takes a pass over the row for each class.
    private const int MostClasses = 40;
    private const int Rows = 3;

    // A few units of a float, of the largest element.
    private const double Tolerance = 1e-6;

    private readonly HeadKernels kernels = head.Kernels;
    private readonly HeadSettings settings = head.Settings;
    private readonly SoftmaxOracle oracle = new(head.Settings);

    public void Check()
    {
        if (settings.Classes > MostClasses)
            return;
        for (int index = 0; index < Rows; index++)
        {
            var random = new SeededRandom(67, settings.Classes, index);
            float[] logits = new float[settings.Classes];
            float[] target = new float[settings.Classes];
            float[] gradient = new float[settings.Classes];
            foreach (ref float logit in logits.AsSpan())
                logit = random.Between(-4, 4) * (float)settings.Temperature;
            Targets.Fill(random, logits, target);
            int label = random.Below(settings.Classes);

            kernels.LabelGradient(logits, label, gradient);
            Compare($"label {label}", logits, gradient, LossCoefficients.Of(settings, label));
            kernels.TargetGradient(logits, target, gradient);
            Compare("target", logits, gradient, LossCoefficients.Of(settings, Exact(target)));
        }
    }

    private void Compare(string of, float[] logits, float[] gradient, LossCoefficients u)
    {
        DoubleDouble[] expected = CentralDifference.Gradient(
            shifted => oracle.Load(shifted).Loss(u).Value,
            Exact(logits),
            settings.Temperature
        );
        double largest = (double)u.Total / settings.Temperature;
        for (int i = 0; i < gradient.Length; i++)
        {
            double error = Math.Abs(gradient[i] - (double)expected[i]);
            if (!(error <= Tolerance * largest))
                report.Fail($"Gradient of a {of} at {i} is {gradient[i]:R}, the difference {(double)expected[i]:R}");
        }
    }

    private static double[] Exact(float[] values) => Array.ConvertAll(values, value => (double)value);
}
