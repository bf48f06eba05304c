namespace SoftmaxGen.Benchmarks;

/// <summary>Something to be done with one head.</summary>
internal interface IHeadTask<TResult>
{
    TResult Run<THead>()
        where THead : struct, ISoftmaxHead;
}

/// <summary>From a class count that is known at run time to the head that was generated for it.</summary>
internal static class HeadTable
{
    public static readonly int[] ClassCounts =
    [
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        12,
        16,
        20,
        26,
        32,
        48,
        64,
        100,
        128,
        256,
        512,
        1000,
        32000,
        128256,
    ];

    public static TResult Run<TResult>(int classes, IHeadTask<TResult> task) =>
        classes switch
        {
            2 => task.Run<Head2>(),
            3 => task.Run<Head3>(),
            4 => task.Run<Head4>(),
            5 => task.Run<Head5>(),
            6 => task.Run<Head6>(),
            7 => task.Run<Head7>(),
            8 => task.Run<Head8>(),
            9 => task.Run<Head9>(),
            10 => task.Run<Head10>(),
            12 => task.Run<Head12>(),
            16 => task.Run<Head16>(),
            20 => task.Run<Head20>(),
            26 => task.Run<Head26>(),
            32 => task.Run<Head32>(),
            48 => task.Run<Head48>(),
            64 => task.Run<Head64>(),
            100 => task.Run<Head100>(),
            128 => task.Run<Head128>(),
            256 => task.Run<Head256>(),
            512 => task.Run<Head512>(),
            1000 => task.Run<Head1000>(),
            32000 => task.Run<Head32000>(),
            128256 => task.Run<Head128256>(),
            _ => throw new ArgumentOutOfRangeException(
                nameof(classes),
                classes,
                $"There are heads for {string.Join(", ", ClassCounts)} classes."
            ),
        };
}
