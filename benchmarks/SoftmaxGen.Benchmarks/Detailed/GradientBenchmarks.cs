namespace SoftmaxGen.Benchmarks;

/// <summary>The gradient of the loss with respect to the logits. TensorPrimitives, which has none, takes softmax.</summary>
public class GradientBenchmarks : HeadBenchmarks
{
    private protected override Operation RowOperation => Operation.GradientRow;

    private protected override Operation BatchOperation => Operation.GradientBatch;

    private protected override void ScalarSweep(Problem problem) => ScalarLoop.GradientRows(problem);
}
