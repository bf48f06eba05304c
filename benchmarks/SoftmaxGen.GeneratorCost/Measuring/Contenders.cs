namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>Things that take turns, so that whatever else the machine does meets all of them alike.</summary>
internal static class Contenders
{
    /// <summary>
    /// The samples of each contender, which prepares a call outside of the measurement. The first rounds, in which the runtime
    /// still compiles, are not among them. Every round begins with another contender.
    /// </summary>
    public static Sample[][] Measure(int warmUps, int rounds, params Func<Action>[] contenders)
    {
        var samples = contenders.Select(_ => new Sample[rounds]).ToArray();
        for (var round = -warmUps; round < rounds; round++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var contender = (turn + round + warmUps) % contenders.Length;
                var sample = Sample.Of(contenders[contender]());
                if (round >= 0)
                {
                    samples[contender][round] = sample;
                }
            }
        }

        return samples;
    }

    /// <summary>
    /// How many times the processor time of another a contender took, over all rounds: some systems count it in steps that are
    /// longer than a round.
    /// </summary>
    public static double Ratio(Sample[] contender, Sample[] other) =>
        contender.Sum(sample => sample.ProcessorSeconds) / other.Sum(sample => sample.ProcessorSeconds);

    public static Spread Seconds(Sample[] samples) => Spread.Of(samples.Select(sample => sample.ProcessorSeconds));

    public static Spread Milliseconds(Sample[] samples) =>
        Spread.Of(samples.Select(sample => 1e3 * sample.ProcessorSeconds));

    public static Spread Kilobytes(Sample[] samples) => Spread.Of(samples.Select(sample => sample.Kilobytes));
}
