using System.Globalization;
using System.Text.RegularExpressions;

namespace SoftmaxGen.Benchmarks;

/// <summary>How many bytes of machine code the JIT makes of the members of a head, from its own list.</summary>
internal sealed partial class CodeSizes
{
    private readonly Dictionary<(int Classes, string Member), int> _bytes = [];

    private CodeSizes() { }

    /// <summary>Lets a child process call every member once while the JIT writes down what it compiles.</summary>
    public static CodeSizes Measure(IEnumerable<int> classCounts)
    {
        var list = Path.GetTempFileName();
        try
        {
            ChildProcess.Run(
                [ChildModes.Compile, .. classCounts.Select(classes => $"{classes}")],
                ("DOTNET_JitStdOutFile", list),
                ("DOTNET_JitDisasmSummary", "1")
            );
            var sizes = new CodeSizes();
            foreach (var line in File.ReadLines(list))
                sizes.Add(line);
            return sizes;
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>The bytes of a member, or of all that was compiled for a head.</summary>
    public int? Of(int classes, string? member = null) =>
        member is null ? _bytes.Where(entry => entry.Key.Classes == classes).Sum(entry => entry.Value)
        : _bytes.TryGetValue((classes, member), out var bytes) ? bytes
        : null;

    private void Add(string line)
    {
        var match = Compiled().Match(line);
        if (!match.Success)
            return;
        var key = (Number(match, "classes"), match.Groups["member"].Value);
        _bytes[key] = _bytes.GetValueOrDefault(key) + Number(match, "bytes");
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    // JIT compiled SoftmaxGen.Generated.Classes4:Softmax(...) [FullOpts, IL size=77, code size=530]
    [GeneratedRegex(@"Classes(?<classes>\d+):(?<member>\w+).*code size=(?<bytes>\d+)")]
    private static partial Regex Compiled();
}

/// <summary>Calls every member of a head that is measured, once.</summary>
internal sealed class CompileTask : IHeadTask<bool>
{
    /// <summary>Enough for a batch to come to all that it calls.</summary>
    private const int Rows = 64;

    public bool Run<THead>()
        where THead : struct, ISoftmaxHead
    {
        var problem = new Problem(THead.ClassCount, Rows);
        foreach (var operation in Enum.GetValues<Operation>())
            Sweeps<THead>.Of(operation)(problem);
        return true;
    }
}
