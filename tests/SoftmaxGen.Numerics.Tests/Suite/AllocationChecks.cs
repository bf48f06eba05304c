namespace SoftmaxGen.Numerics.Tests;

/// <summary>No member allocates, on any call after the first.</summary>
internal static class AllocationChecks
{
    private const int Measurements = 3;

    public static void Check(HeadKernels head, NumericReport report)
    {
        float[] a = new float[head.Classes];
        float[] b = new float[head.Classes];
        float[] output = new float[head.Classes];
        b.AsSpan().Fill(1f / head.Classes);

        RunAll(head, a, b, output);
        int calls = Math.Clamp(20_000 / head.Classes, 2, 100);
        // The runtime itself may allocate once on this thread, as it replaces code that has become hot. A member that
        // allocates does so every time.
        long allocated = Enumerable.Range(0, Measurements).Min(_ => AllocatedBy(calls, head, a, b, output));
        report.Expect(allocated == 0, $"{allocated} bytes allocated in {calls} rounds (C = {head.Classes})");
    }

    private static long AllocatedBy(int calls, HeadKernels head, float[] a, float[] b, float[] output)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
            RunAll(head, a, b, output);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void RunAll(HeadKernels head, float[] a, float[] b, float[] output)
    {
        head.Softmax(a, output);
        head.LogSoftmax(a, output);
        head.LogSumExp(a);
        head.Predict(a);
        head.Sample(a, 0.5f);
        head.LabelLoss(a, 1);
        head.TargetLoss(a, b);
        head.LabelLossFromProbabilities(b, 1);
        head.TargetLossFromProbabilities(b, b);
        head.LabelGradient(a, 1, output);
        head.TargetGradient(a, b, output);
        head.SoftmaxGradient(b, a, output);
    }
}
