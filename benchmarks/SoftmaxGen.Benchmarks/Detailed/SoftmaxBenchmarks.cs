namespace SoftmaxGen.Benchmarks;

/// <summary>Probabilities.</summary>
public class SoftmaxBenchmarks : HeadBenchmarks
{
    private protected override Operation RowOperation => Operation.SoftmaxRow;

    private protected override Operation BatchOperation => Operation.SoftmaxBatch;

    private protected override void ScalarSweep(Problem problem) => ScalarLoop.SoftmaxRows(problem);
}
