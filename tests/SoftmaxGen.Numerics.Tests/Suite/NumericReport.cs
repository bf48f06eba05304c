namespace SoftmaxGen.Numerics.Tests;

/// <summary>The largest error of one function and the row that gave it.</summary>
internal sealed record Worst(double Ulp, string Row);

/// <summary>What a run of the suite found.</summary>
internal sealed class NumericReport
{
    private const int FailuresKept = 25;

    public SortedDictionary<string, Worst> MaxUlp { get; init; } = new(StringComparer.Ordinal);
    public List<string> Failures { get; init; } = [];
    public int FailureCount { get; set; }

    /// <summary>A hash of the bits of every result: equal digests mean equal results.</summary>
    public ulong Digest { get; set; } = BitDigest.Empty;

    public void Fail(string what)
    {
        FailureCount++;
        if (Failures.Count < FailuresKept)
            Failures.Add(what);
    }

    public void Expect(bool condition, string what)
    {
        if (!condition)
            Fail(what);
    }

    public void Measure(Function function, double ulp, Row row) =>
        Measure(function.Name, function.Bound, ulp, row.ToString);

    public void Measure(string function, double bound, double ulp, Func<string> input)
    {
        if (!MaxUlp.TryGetValue(function, out Worst? worst) || ulp > worst.Ulp)
            MaxUlp[function] = new Worst(ulp, input());
        if (ulp > bound)
            Fail($"{function} is {ulp:F2} ULP off, more than {bound}: {input()}");
    }

    public void Add(ReadOnlySpan<float> results) => Digest = BitDigest.Add(Digest, results);

    public void Add(float result) => Add([result]);

    public void Add(ReadOnlySpan<double> results) => Digest = BitDigest.Add(Digest, results);

    public void Add(double result) => Add([result]);

    public string Text() => $"{FailureCount} failures:\n" + string.Join('\n', Failures);

    public void Add(NumericReport other)
    {
        foreach ((string function, Worst worst) in other.MaxUlp)
            if (!MaxUlp.TryGetValue(function, out Worst? known) || worst.Ulp > known.Ulp)
                MaxUlp[function] = worst;
        Failures.AddRange(other.Failures);
        FailureCount += other.FailureCount;
        Digest = BitDigest.Add(Digest, other.Digest);
    }
}
