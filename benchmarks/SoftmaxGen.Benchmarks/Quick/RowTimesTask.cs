namespace SoftmaxGen.Benchmarks;

/// <summary>Measures one class count, in a process of its own: TensorPrimitives is then compiled for this row length.</summary>
internal sealed class RowTimesTask(bool native) : IHeadTask<RowTimes>
{
    private const int Rounds = 60;

    private static readonly Operation[] Operations = Enum.GetValues<Operation>();

    public RowTimes Run<THead>()
        where THead : struct, ISoftmaxHead
    {
        var problem = Problem.InCache(THead.ClassCount);
        Agreement.Require<THead>(problem, native);

        Contender[] ours = [.. Operations.Select(operation => Managed(problem, Sweeps<THead>.Of(operation)))];
        var tensorPrimitives = Managed(problem, Sweeps<THead>.TensorPrimitivesRows);
        var scalarLoop = Managed(problem, ScalarLoop.SoftmaxRows);
        Contender[] managed = [.. ours, tensorPrimitives, scalarLoop];

        NativeContender[] natives = native ? [.. Natives(problem)] : [];
        Contender[] exp = native ? [new Contender(() => NativePeers.Exp(problem))] : [];

        Interleaved.WarmUp(managed);
        Interleaved.Measure([.. managed, .. natives.Select(peer => peer.Contender), .. exp], Rounds);

        return new RowTimes
        {
            Classes = THead.ClassCount,
            Rows = problem.Rows,
            SoftmaxGen = [.. ours.Select(contender => contender.Nanoseconds / problem.Rows)],
            TensorPrimitives = tensorPrimitives.Nanoseconds / problem.Rows,
            ScalarLoop = scalarLoop.Nanoseconds / problem.Rows,
            Native = native ? [.. Operations.Select(operation => Best(natives, operation, problem.Rows))] : null,
            Exp = native ? exp[0].Nanoseconds / NativePeers.ElementsOfExp(problem) : null,
            AllocatedBytes = AllocatedBy(ours),
        };
    }

    private static Contender Managed(Problem problem, Action<Problem> sweep) => new(() => sweep(problem));

    private static IEnumerable<NativeContender> Natives(Problem problem) =>
        from operation in Operations
        from variant in Enum.GetValues<NativeVariant>()
        where NativePeers.Sweep(variant, operation, problem)
        select new NativeContender(
            operation,
            variant,
            new Contender(() => NativePeers.Sweep(variant, operation, problem))
        );

    private static NativeTime Best(NativeContender[] natives, Operation operation, int rows)
    {
        var best = natives.Where(peer => peer.Operation == operation).MinBy(peer => peer.Contender.Nanoseconds)!;
        return new NativeTime(best.Contender.Nanoseconds / rows, best.Variant);
    }

    private static long AllocatedBy(Contender[] contenders)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var contender in contenders)
            contender.Sweep();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed record NativeContender(Operation Operation, NativeVariant Variant, Contender Contender);
}
