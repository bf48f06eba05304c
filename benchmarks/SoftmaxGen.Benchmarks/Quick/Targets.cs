namespace SoftmaxGen.Benchmarks;

/// <summary>Class counts that are to reach the same.</summary>
internal sealed record ClassGroup(string Name, Func<int, bool> Contains);

/// <summary>A ratio that is measured for each class count, and what it has to be in each group.</summary>
internal sealed record Measure(string Name, Func<RowTimes, double?> Ratio, double[] Floors)
{
    /// <summary>Class counts whose floor is not that of their group.</summary>
    public Dictionary<int, double> Exceptions { get; init; } = [];

    /// <summary>What would be better than asked, where that is stated.</summary>
    public double[]? Stretch { get; init; }

    public bool IsShare { get; init; }

    public double Floor(int group, int classes) => Exceptions.GetValueOrDefault(classes, Floors[group]);

    public string Text(double ratio) => IsShare ? $"{ratio * 100:F0} %" : $"{ratio:F2}";
}

/// <summary>What the kernels are to reach.</summary>
internal static class Targets
{
    public static readonly ClassGroup[] Groups =
    [
        new("4, 8", classes => classes is 4 or 8),
        new("2 to 9, others", classes => classes is >= 2 and <= 9 and not (4 or 8)),
        new("10 to 16", classes => classes is >= 10 and <= 16),
        new("17 to 64", classes => classes is >= 17 and <= 64),
        new("100 to 1000", classes => classes is >= 100 and <= 1000),
    ];

    public static readonly Measure[] Measures =
    [
        new(
            "one row, times faster than TensorPrimitives",
            times => times.AgainstTensorPrimitives(Operation.SoftmaxRow),
            [1.1, 2, 2.2, 2.2, 2]
        ),
        new(
            "batch, times faster than TensorPrimitives row by row",
            times => times.AgainstTensorPrimitives(Operation.SoftmaxBatch),
            [5, 6, 5, 3.3, 2.2]
        )
        {
            Exceptions = { [8] = 2.8 },
        },
        new(
            "one row, softmax against the best C++",
            times => times.AgainstNative(Operation.SoftmaxRow),
            [1, 1, 1, 1, 1]
        ),
        new(
            "one row, cross-entropy against the best C++",
            times => times.AgainstNative(Operation.CrossEntropyRow),
            [1, 1, 1, 1, 1]
        ),
        new(
            "batch, softmax against the best C++",
            times => times.AgainstNative(Operation.SoftmaxBatch),
            [1, 1, 1.9, 1.2, 1]
        )
        {
            Exceptions = { [16] = 1.4 },
        },
        new(
            "batch, cross-entropy against the best C++",
            times => times.AgainstNative(Operation.CrossEntropyBatch),
            [1, 1, 1.9, 1.2, 1]
        )
        {
            Exceptions = { [16] = 1.4 },
        },
        new("batch, share of the exp-only roofline", times => times.ShareOfExp, [0.40, 0.27, 0.30, 0.40, 0.50])
        {
            Exceptions = { [8] = 0.35 },
            Stretch = [0.50, 0.40, 0.45, 0.55, 0.65],
            IsShare = true,
        },
    ];
}
