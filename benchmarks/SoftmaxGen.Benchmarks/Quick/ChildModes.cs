using System.Globalization;
using System.Text.Json;

namespace SoftmaxGen.Benchmarks;

/// <summary>What the program does in the processes that it starts itself: one measurement, printed as a line of JSON.</summary>
internal static class ChildModes
{
    public const string Name = "child";
    public const string Rows = "rows";
    public const string Bandwidth = "bandwidth";
    public const string FirstCall = "first-call";
    public const string Compile = "compile";

    public const string Usage = """
          child rows <classes> [library]        times of one class count, data in the second-level cache
          child bandwidth <classes> [library]   time of a batch larger than every cache, and of a copy
          child first-call <whose> <classes>    milliseconds of the very first call; SoftmaxRow, SoftmaxBatch
                                                or TensorPrimitives
          child compile <classes>...            calls every measured member once, for the list of the JIT
        """;

    /// <summary>Whether the arguments named a mode.</summary>
    public static bool Run(ReadOnlySpan<string> arguments)
    {
        switch (arguments)
        {
            case [Rows, var classes, .. var library]:
                Print(HeadTable.Run(Number(classes), new RowTimesTask(Load(library))));
                return true;
            case [Bandwidth, var classes, .. var library]:
                Print(HeadTable.Run(Number(classes), new BandwidthTask(Load(library))));
                return true;
            case [FirstCall, var whose, var classes]:
                Print(HeadTable.Run(Number(classes), new FirstCallTask(Enum.Parse<FirstCall>(whose))));
                return true;
            case [Compile, .. var all]:
                foreach (var classes in all)
                    HeadTable.Run(Number(classes), new CompileTask());
                return true;
            default:
                return false;
        }
    }

    private static bool Load(ReadOnlySpan<string> library)
    {
        if (library is not [var path])
            return false;
        NativePeers.Load(path);
        return true;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static void Print<T>(T result) =>
        Console.WriteLine(JsonSerializer.Serialize(result, typeof(T), ResultJson.Default));
}
