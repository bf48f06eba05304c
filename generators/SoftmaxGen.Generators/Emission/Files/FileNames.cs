using System.Globalization;
using System.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>
/// The names of emitted files: short enough for every file system, and different in more than upper and lower case.
/// </summary>
internal static class FileNames
{
    /// <summary>Below 100 characters, with the ending and a checksum.</summary>
    private const int MaxLength = 99;

    /// <summary>What file systems allow that count the bytes of UTF-8.</summary>
    private const int MaxBytes = 255;

    private const string Ending = ".g.cs";

    public static string Of(HeadModel head, EquatableArray<string> ambiguous)
    {
        var ending = $".{(head.Options is SigmoidOptions ? "SigmoidHead" : "SoftmaxHead")}{Ending}";
        return Limited(head.FileName, ending, needsChecksum: ambiguous.Contains(head.FileName));
    }

    public static string Of(KernelPart part)
    {
        var name = $"SoftmaxGen.{part.Kernel}";
        var ending = part.Suffix + Ending;
        if (name.Length + ending.Length <= MaxLength)
        {
            return name + ending;
        }

        // The class count comes first, and then the options.
        var checksum = "." + Sum(name) + ending;
        return name.Substring(0, MaxLength - checksum.Length) + checksum;
    }

    public static string Of(SharedPart part)
    {
        var what = part.Code switch
        {
            SharedCode.Checks => "Checks",
            SharedCode.Labels => $"{SharedFile.ClassOf(part.Element)}.{part.LabelType}",
            _ => $"{SharedFile.ClassOf(part.Element)}.{part.Code}",
        };
        return $"SoftmaxGen.{what}{Ending}";
    }

    /// <summary>The names that another one equals apart from case.</summary>
    public static EquatableArray<string> Ambiguous(IEnumerable<string> names) =>
        names
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>The end of a long name says more than its beginning: the namespaces come first.</summary>
    private static string Limited(string name, string ending, bool needsChecksum)
    {
        if (!needsChecksum && IsShort(name + ending))
        {
            return name + ending;
        }

        var checksum = "." + Sum(name) + ending;
        var end = name;
        while (!IsShort(end + checksum))
        {
            end = end.Substring(1).TrimStart('.', ',', ' ', '{', '}');
        }

        return end + checksum;
    }

    private static bool IsShort(string file) =>
        file.Length <= MaxLength && Encoding.UTF8.GetByteCount(file) <= MaxBytes;

    private static string Sum(string name) => Checksum.Of(name).ToString("x16", CultureInfo.InvariantCulture);
}
