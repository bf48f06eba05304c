using System.Text.Json.Serialization;

namespace SoftmaxGen.Benchmarks;

/// <summary>What was measured for one class count, in nanoseconds per row.</summary>
internal sealed record RowTimes
{
    public required int Classes { get; init; }

    public required int Rows { get; init; }

    /// <summary>Our own methods, by <see cref="Operation"/>.</summary>
    public required double[] SoftmaxGen { get; init; }

    /// <summary>Softmax, row by row.</summary>
    public required double TensorPrimitives { get; init; }

    /// <summary>Softmax, row by row.</summary>
    public required double ScalarLoop { get; init; }

    /// <summary>The best C++ variant, by <see cref="Operation"/>.</summary>
    public required NativeTime[]? Native { get; init; }

    /// <summary>Nanoseconds per element of the loop that does nothing but exp.</summary>
    public required double? Exp { get; init; }

    /// <summary>What our own methods allocated, called once each.</summary>
    public required long AllocatedBytes { get; init; }

    public double Of(Operation operation) => SoftmaxGen[(int)operation];

    /// <summary>How many times faster than TensorPrimitives, row by row.</summary>
    public double AgainstTensorPrimitives(Operation softmax) => TensorPrimitives / Of(softmax);

    public double AgainstScalarLoop(Operation softmax) => ScalarLoop / Of(softmax);

    /// <summary>How many times faster than the best C++.</summary>
    public double? AgainstNative(Operation operation) => Native?[(int)operation].Nanoseconds / Of(operation);

    /// <summary>The time that exp alone takes, as a share of the time of a batch.</summary>
    [JsonIgnore]
    public double? ShareOfExp => Exp * Classes / Of(Operation.SoftmaxBatch);
}

internal sealed record NativeTime(double Nanoseconds, NativeVariant Variant);
