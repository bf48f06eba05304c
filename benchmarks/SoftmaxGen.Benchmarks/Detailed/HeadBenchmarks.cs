using BenchmarkDotNet.Attributes;

namespace SoftmaxGen.Benchmarks;

/// <summary>What the benchmarks share: a problem in the second-level cache, and the sweeps over it.</summary>
[MemoryDiagnoser]
public abstract class HeadBenchmarks
{
    private Problem _problem = null!;
    private Action<Problem> _ours = null!;
    private Action<Problem> _tensorPrimitives = null!;

    [ParamsSource(nameof(ClassCounts))]
    public int Classes { get; set; }

    [ParamsAllValues]
    public RowsPerCall Rows { get; set; }

    public static IEnumerable<int> ClassCounts => HeadTable.ClassCounts;

    [GlobalSetup]
    public void SetUp()
    {
        _problem = Problem.InCache(Classes);
        var operation = Rows == RowsPerCall.One ? RowOperation : BatchOperation;
        _ours = HeadTable.Run(Classes, new SweepOf(operation));
        _tensorPrimitives = HeadTable.Run(Classes, new TensorPrimitivesSweep());
    }

    /// <summary>It has softmax only, and takes one row at a time.</summary>
    [Benchmark(Baseline = true, Description = "TensorPrimitives.SoftMax")]
    public void TensorPrimitives() => _tensorPrimitives(_problem);

    [Benchmark(Description = "SoftmaxGen")]
    public void Ours() => _ours(_problem);

    [Benchmark(Description = "MathF loop")]
    public void Scalar() => ScalarSweep(_problem);

    private protected abstract Operation RowOperation { get; }

    private protected abstract Operation BatchOperation { get; }

    private protected abstract void ScalarSweep(Problem problem);

    private sealed class SweepOf(Operation operation) : IHeadTask<Action<Problem>>
    {
        public Action<Problem> Run<THead>()
            where THead : struct, ISoftmaxHead => Sweeps<THead>.Of(operation);
    }

    private sealed class TensorPrimitivesSweep : IHeadTask<Action<Problem>>
    {
        public Action<Problem> Run<THead>()
            where THead : struct, ISoftmaxHead => Sweeps<THead>.TensorPrimitivesRows;
    }
}
