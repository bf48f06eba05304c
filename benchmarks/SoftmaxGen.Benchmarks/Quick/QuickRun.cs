using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SoftmaxGen.Benchmarks;

/// <summary>
/// Everything within a minute. Each measurement is a process of its own, one after the other; this one only asks and
/// prints.
/// </summary>
internal sealed class QuickRun(int[] classCounts, NativeBuild native)
{
    private static readonly int[] CountsOfBandwidth = [10, 1000, 128256];
    private static readonly int[] CountsOfFirstCall = [4, 10, 1000];
    private const int RunsOfFirstCall = 3;

    public const string Usage = """
          quick [--classes 4,10,32]             all measurements in about a minute, as tables; this is the default
        """;

    /// <summary>Whether the options were understood.</summary>
    public static bool Run(ReadOnlySpan<string> options)
    {
        int[] classCounts;
        switch (options)
        {
            case []:
                classCounts = HeadTable.ClassCounts;
                break;
            case ["--classes", var list]:
                classCounts =
                [
                    .. list.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).Order(),
                ];
                break;
            default:
                return false;
        }

        var start = Stopwatch.GetTimestamp();
        new QuickRun(classCounts, NativeBuild.Run()).Run();
        Console.WriteLine();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
        return true;
    }

    private void Run()
    {
        Machine.Print(native);

        RowTimes[] all = [.. classCounts.Select(classes => Ask<RowTimes>(ChildModes.Rows, classes))];
        Title("Nanoseconds per row, data in L2 (C++: l std::exp, p polynomial, r rows in parallel; exp per element)");
        TimesReport.PrintTimes(all);
        Title("Times faster than; the last column is the share of the exp-only roofline");
        TimesReport.PrintRatios(all);
        Title("Targets");
        TargetReport.Print(all);

        PrintBandwidth([.. classCounts.Intersect(CountsOfBandwidth)]);
        PrintFirstCalls([.. classCounts.Intersect(CountsOfFirstCall)]);
        PrintCodeSizes();
        PrintAllocations(all);
    }

    private void PrintBandwidth(int[] classCounts)
    {
        if (classCounts.Length == 0)
            return;
        Title("Batch softmax larger than every cache, and a copy of the same bytes, in ms");
        var table = new TextTable(
            leftAligned: false,
            ["classes", "rows", "MiB", "softmax", "CopyTo", "share", "C++ copy", "share"]
        );
        foreach (var classes in classCounts)
        {
            var times = Ask<BandwidthTimes>(ChildModes.Bandwidth, classes);
            table.Add(
                $"{classes}",
                $"{times.Rows}",
                $"{times.Bytes >> 20}",
                $"{times.Softmax:F1}",
                $"{times.Copy:F1}",
                $"{times.Copy / times.Softmax * 100:F0} %",
                times.NativeCopy is { } copy ? $"{copy:F1}" : "-",
                times.NativeCopy is { } nativeCopy ? $"{nativeCopy / times.Softmax * 100:F0} %" : "-"
            );
        }
        table.Print();
    }

    private static void PrintFirstCalls(int[] classCounts)
    {
        if (classCounts.Length == 0)
            return;
        Title("First call in a fresh process, in ms");
        var table = new TextTable(
            leftAligned: false,
            ["classes", "Softmax", "SoftmaxBatch", "TensorPrimitives.SoftMax", "times shorter"]
        );
        foreach (var classes in classCounts)
        {
            var row = Median(FirstCall.SoftmaxRow, classes);
            var batch = Median(FirstCall.SoftmaxBatch, classes);
            var tensorPrimitives = Median(FirstCall.TensorPrimitives, classes);
            table.Add(
                $"{classes}",
                $"{row:F2}",
                $"{batch:F2}",
                $"{tensorPrimitives:F2}",
                $"{tensorPrimitives / row:F1}, {tensorPrimitives / batch:F1}"
            );
        }
        table.Print();
    }

    private static double Median(FirstCall whose, int classes) =>
        Enumerable
            .Range(0, RunsOfFirstCall)
            .Select(_ => Parse<double>(ChildProcess.Run([ChildModes.FirstCall, $"{whose}", $"{classes}"])))
            .Order()
            .ElementAt(RunsOfFirstCall / 2);

    private void PrintCodeSizes()
    {
        Title("Machine code in bytes");
        string[] members =
        [
            "Softmax",
            "CrossEntropy",
            "CrossEntropyGradient",
            "SoftmaxBatch",
            "CrossEntropyBatch",
            "CrossEntropyGradientBatch",
        ];
        var table = new TextTable(leftAligned: false, ["classes", .. members, "with what they call"]);
        var sizes = CodeSizes.Measure(classCounts);
        foreach (var classes in classCounts)
            table.Add([
                $"{classes}",
                .. members.Select(member => sizes.Of(classes, member) is { } bytes ? $"{bytes}" : "-"),
                $"{sizes.Of(classes)}",
            ]);
        table.Print();
    }

    private static void PrintAllocations(RowTimes[] all)
    {
        Title("Bytes allocated by a call of each of the six methods");
        var allocating = all.Where(times => times.AllocatedBytes != 0)
            .Select(times => $"{times.AllocatedBytes} with {times.Classes} classes");
        var text = string.Join(", ", allocating);
        Console.WriteLine(text.Length == 0 ? "0 with every class count" : text);
    }

    private T Ask<T>(string mode, int classes)
    {
        string[] library = native.Library is { } path ? [path] : [];
        return Parse<T>(ChildProcess.Run([mode, $"{classes}", .. library]));
    }

    private static T Parse<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), ResultJson.Default)!;

    private static void Title(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
        Console.WriteLine();
    }
}
