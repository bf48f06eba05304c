namespace SoftmaxGen.Numerics.Tests;

/// <summary>No member allocates, on any call after the first.</summary>
internal static class AllocationChecks
{
    private const int Measurements = 3;

    // A tile of the widest vectors and rows that are left over; of long rows fewer.
    private const int MostRows = 19;
    private const int MostElements = 1 << 17;

    public static void Check(HeadKernels head, NumericReport report)
    {
        float[] a = new float[head.Classes];
        float[] b = new float[head.Classes];
        float[] output = new float[head.Classes];
        b.AsSpan().Fill(1f / head.Classes);

        var batch = new Batch(head.Classes, Math.Clamp(MostElements / head.Classes, 2, MostRows));
        RunAll(head, a, b, output, batch);
        int calls = Math.Clamp(20_000 / head.Classes, 2, 100);
        // The runtime itself may allocate once on this thread, as it replaces code that has become hot. A member that
        // allocates does so every time.
        long allocated = Enumerable.Range(0, Measurements).Min(_ => AllocatedBy(calls, head, a, b, output, batch));
        report.Expect(allocated == 0, $"{allocated} bytes allocated in {calls} rounds (C = {head.Classes})");
    }

    private static long AllocatedBy(int calls, HeadKernels head, float[] a, float[] b, float[] output, Batch batch)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
            RunAll(head, a, b, output, batch);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void RunAll(HeadKernels head, float[] a, float[] b, float[] output, Batch batch)
    {
        head.Softmax(a, output);
        head.LogSoftmax(a, output);
        head.LogSumExp(a);
        head.Predict(a);
        head.Sample(a, 0.5f);
        head.TopK?.Invoke(a, batch.Predicted.AsSpan(0, 2), output.AsSpan(0, 2));
        head.LabelLoss(a, 1);
        head.TargetLoss(a, b);
        head.LabelLossFromProbabilities(b, 1);
        head.TargetLossFromProbabilities(b, b);
        head.LabelGradient(a, 1, output);
        head.TargetGradient(a, b, output);
        head.SoftmaxGradient(b, a, output);
        RunBatches(head, batch);
    }

    private static void RunBatches(HeadKernels head, Batch batch)
    {
        float[] rows = batch.Inputs;
        head.SoftmaxBatch(rows, batch.Output);
        head.LogSoftmaxBatch(rows, batch.Output);
        head.PredictBatch(rows, batch.Predicted);
        head.Accuracy?.Invoke(rows, batch.Labels);
        head.LabelLossBatch(rows, batch.Labels, Reduction.Mean);
        head.LabelLosses(rows, batch.Labels, batch.Losses);
        head.TargetLossBatch(rows, rows, Reduction.Sum);
        head.TargetLosses(rows, rows, batch.Losses);
        head.LabelLossFromProbabilitiesBatch(rows, batch.Labels, Reduction.Mean);
        head.LabelLossesFromProbabilities(rows, batch.Labels, batch.Losses);
        head.TargetLossFromProbabilitiesBatch(rows, rows, Reduction.Sum);
        head.TargetLossesFromProbabilities(rows, rows, batch.Losses);
        head.LabelGradientBatch(rows, batch.Labels, batch.Output, Reduction.Mean);
        head.TargetGradientBatch(rows, rows, batch.Output, Reduction.Sum);
    }

    private sealed class Batch
    {
        public Batch(int classes, int rows)
        {
            Inputs = new float[rows * classes];
            Inputs.AsSpan().Fill(1f / classes);
            Output = new float[rows * classes];
            Losses = new float[rows];
            Labels = new int[rows];
            Predicted = new int[rows];
        }

        public float[] Inputs { get; }
        public float[] Output { get; }
        public float[] Losses { get; }
        public int[] Labels { get; }
        public int[] Predicted { get; }
    }
}
