namespace SoftmaxGen.Benchmarks;

/// <summary>What is measured. The native peers number the operations in the same order.</summary>
internal enum Operation
{
    SoftmaxRow,
    CrossEntropyRow,
    GradientRow,
    SoftmaxBatch,
    CrossEntropyBatch,
    GradientBatch,
}
