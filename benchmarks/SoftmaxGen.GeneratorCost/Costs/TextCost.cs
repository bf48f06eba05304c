using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using SoftmaxGen.GeneratorCost.Measuring;
using SoftmaxGen.GeneratorCost.Sources;

namespace SoftmaxGen.GeneratorCost.Costs;

/// <summary>How long the emitted files are.</summary>
internal static class TextCost
{
    public static void Measure(TargetTable table)
    {
        var floats = LengthsOf(PlainHeads.Floats);
        var doubles = LengthsOf(PlainHeads.Doubles);
        var kernels = KernelsOf(floats);
        table.Add("API file of a head", "KB", ApiOf(floats), "F1", 34);
        table.Add("kernel file, 4 classes", "KB", kernels[4], "F1", 95);
        table.Add("kernel file, 10 classes", "KB", kernels[10], "F1", 155);
        table.Add("kernel file, 100 classes", "KB", kernels[100], "F1", 200);
        AddLargest(table, "floats", kernels, 200);
        AddLargest(table, "doubles", KernelsOf(doubles), 240);
        table.Add("shared files, floats", "KB", SharedOf(floats), "F1", 85);
        table.Add("shared files, doubles", "KB", SharedOf(doubles), "F1");
    }

    /// <summary>The emitted files of one head for each class count, in KB by name.</summary>
    private static Dictionary<string, double> LengthsOf(Func<int, int, string> declare)
    {
        var heads = PlainHeads.ClassCounts.Select((classes, number) => declare(number, classes));
        var compilation = new Solution(SourceFiles.HeadsAlone(heads)).Compilation;
        return Drivers.ResultOf(Drivers.Generate(compilation)).GeneratedSources.ToDictionary(File, Length);

        static string File(GeneratedSourceResult file) => file.HintName;

        static double Length(GeneratedSourceResult file) =>
            Encoding.UTF8.GetByteCount(file.SourceText.ToString()) / 1e3;
    }

    private static double ApiOf(Dictionary<string, double> lengths) => lengths.Where(IsApi).Max(file => file.Value);

    /// <summary>The kernel files by class count.</summary>
    private static Dictionary<int, double> KernelsOf(Dictionary<string, double> lengths) =>
        lengths.Where(IsKernel).ToDictionary(file => ClassesOf(file.Key), file => file.Value);

    /// <summary>What is neither of a head nor of a plan.</summary>
    private static double SharedOf(Dictionary<string, double> lengths) =>
        lengths.Where(file => !IsApi(file) && !IsKernel(file)).Sum(file => file.Value);

    private static void AddLargest(TargetTable table, string elements, Dictionary<int, double> kernels, double target)
    {
        var (classes, length) = kernels.MaxBy(kernel => kernel.Value);
        table.Add($"largest kernel file of {elements}, at {classes} classes", "KB", length, "F1", target);
    }

    private static bool IsApi(KeyValuePair<string, double> file) =>
        file.Key.EndsWith(".SoftmaxHead.g.cs", StringComparison.Ordinal);

    private const string Kernel = "SoftmaxGen.Classes";

    private static bool IsKernel(KeyValuePair<string, double> file) =>
        file.Key.StartsWith(Kernel, StringComparison.Ordinal);

    private static int ClassesOf(string file) =>
        int.Parse(string.Concat(file[Kernel.Length..].TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
}
