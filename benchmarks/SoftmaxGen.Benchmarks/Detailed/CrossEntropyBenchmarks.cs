namespace SoftmaxGen.Benchmarks;

/// <summary>The loss of a label; a batch gives the mean. TensorPrimitives, which has no loss, takes softmax.</summary>
public class CrossEntropyBenchmarks : HeadBenchmarks
{
    private protected override Operation RowOperation => Operation.CrossEntropyRow;

    private protected override Operation BatchOperation => Operation.CrossEntropyBatch;

    private protected override void ScalarSweep(Problem problem) => ScalarLoop.CrossEntropyRows(problem);
}
