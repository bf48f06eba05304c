namespace SoftmaxGen.Benchmarks;

/// <summary>One line for each class count: nanoseconds per row, and the ratios.</summary>
internal static class TimesReport
{
    private const string None = "-";

    private static readonly Operation[] Operations = Enum.GetValues<Operation>();

    // The columns of the operations, in their order.
    private static readonly string[] Heads = ["softmax", "loss", "gradient", "softmax", "loss", "gradient"];

    public static void PrintTimes(IEnumerable<RowTimes> all)
    {
        var table = new TextTable(
            leftAligned: false,
            ["", "", "row", "", "", "batch", "", "", "Tensor-", "MathF", "C++ row", "", "", "C++ batch", "", "", "C++"],
            ["classes", "rows", .. Heads, "Primitives", "loop", .. Heads, "exp"]
        );
        foreach (var times in all)
        {
            table.Add([
                $"{times.Classes}",
                $"{times.Rows}",
                .. Operations.Select(operation => Nanoseconds(times.Of(operation))),
                Nanoseconds(times.TensorPrimitives),
                Nanoseconds(times.ScalarLoop),
                .. Operations.Select(operation => Native(times, operation)),
                times.Exp is { } exp ? $"{exp:F4}" : None,
            ]);
        }
        table.Print();
    }

    public static void PrintRatios(IEnumerable<RowTimes> all)
    {
        var table = new TextTable(
            leftAligned: false,
            ["", "Tensor-", "Primitives", "MathF", "loop", "C++ row", "", "", "C++ batch", "", "", "share"],
            ["classes", "row", "batch", "row", "batch", .. Heads, "of exp"]
        );
        foreach (var times in all)
        {
            table.Add([
                $"{times.Classes}",
                $"{times.AgainstTensorPrimitives(Operation.SoftmaxRow):F2}",
                $"{times.AgainstTensorPrimitives(Operation.SoftmaxBatch):F2}",
                $"{times.AgainstScalarLoop(Operation.SoftmaxRow):F2}",
                $"{times.AgainstScalarLoop(Operation.SoftmaxBatch):F2}",
                .. Operations.Select(operation => times.AgainstNative(operation) is { } ratio ? $"{ratio:F2}" : None),
                times.ShareOfExp is { } share ? $"{share * 100:F0} %" : None,
            ]);
        }
        table.Print();
    }

    // The letter tells which variant it was.
    private static string Native(RowTimes times, Operation operation)
    {
        if (times.Native is not { } native)
            return None;
        var (nanoseconds, variant) = native[(int)operation];
        var letter = variant switch
        {
            NativeVariant.LibraryExp => 'l',
            NativeVariant.PolynomialExp => 'p',
            _ => 'r',
        };
        return $"{Nanoseconds(nanoseconds)} {letter}";
    }

    private static string Nanoseconds(double value) =>
        value < 10 ? $"{value:F2}"
        : value < 1000 ? $"{value:F1}"
        : $"{value:F0}";
}
