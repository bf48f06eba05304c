using System.Diagnostics;
using System.Runtime;

namespace SoftmaxGen.Benchmarks;

/// <summary>
/// Times contenders in turn, in many short rounds, so that whatever the machine is doing meanwhile hits all of them alike.
/// </summary>
internal static class Interleaved
{
    // A method is compiled again in the background after 30 calls, 100 ms after the last new method was called: once with
    // instrumentation, once more by the profile. What it calls then takes its turn.
    private const int CallsOfWarmUp = 40;
    private static readonly TimeSpan ShortestWarmUp = TimeSpan.FromMilliseconds(1.5);
    private static readonly TimeSpan BackgroundCompilation = TimeSpan.FromMilliseconds(50);

    // It is over when nothing was compiled for three warm-ups, which is longer than those 100 ms. Where other programs
    // are busy, that can take a while.
    private const int QuietWarmUps = 3;
    private const int MostWarmUps = 30;

    private const int FewestRounds = 3;

    // Short enough that most turns pass without an interruption.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(0.15);

    /// <summary>Calls everything until the runtime has compiled it as well as it ever will.</summary>
    public static void WarmUp(IReadOnlyList<Contender> contenders)
    {
        var quiet = 0;
        for (var warmUp = 0; warmUp < MostWarmUps && quiet < QuietWarmUps; warmUp++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            foreach (var contender in contenders)
                WarmUp(contender);
            Thread.Sleep(BackgroundCompilation);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }

    private static void WarmUp(Contender contender)
    {
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < CallsOfWarmUp || Stopwatch.GetElapsedTime(start) < ShortestWarmUp; call++)
            contender.Sweep();
    }

    /// <summary>Times all contenders once in each round, and sets what a sweep takes.</summary>
    public static void Measure(IReadOnlyList<Contender> contenders, int rounds)
    {
        int[] sweeps = [.. contenders.Select(SweepsOfTurn)];
        double[][] times = [.. Enumerable.Range(0, rounds).Select(_ => new double[contenders.Count])];
        for (var round = 0; round < rounds; round++)
        for (var turn = 0; turn < contenders.Count; turn++)
        {
            // The order rotates, forwards and backwards: nobody always runs first, or after the same one.
            var place = round % 2 == 0 ? turn : contenders.Count - 1 - turn;
            var index = (place + round) % contenders.Count;
            times[round][index] = NanosecondsPerSweep(contenders[index], sweeps[index]);
        }

        double[][] best = BestRounds(times);
        for (var index = 0; index < contenders.Count; index++)
            contenders[index].Nanoseconds = Quantile(best.Select(round => round[index]), 0.25);
    }

    /// <summary>
    /// The fifth of the rounds in which all together were fastest. Everybody's best round alone would not do: the clock
    /// may have changed between one's and another's.
    /// </summary>
    private static double[][] BestRounds(double[][] times)
    {
        double[] typical =
        [
            .. Enumerable.Range(0, times[0].Length).Select(index => Quantile(times.Select(round => round[index]), 0.5)),
        ];
        return
        [
            .. times
                .OrderBy(round => round.Zip(typical, (time, usual) => time / usual).Sum())
                .Take(Math.Max(FewestRounds, times.Length / 5)),
        ];
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(sorted.Length * share)];
    }

    private static int SweepsOfTurn(Contender contender)
    {
        const int Trial = 3;
        return (int)Math.Clamp(Turn.TotalNanoseconds / NanosecondsPerSweep(contender, Trial), 1, 10_000);
    }

    private static double NanosecondsPerSweep(Contender contender, int sweeps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var sweep = 0; sweep < sweeps; sweep++)
            contender.Sweep();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / sweeps;
    }
}
