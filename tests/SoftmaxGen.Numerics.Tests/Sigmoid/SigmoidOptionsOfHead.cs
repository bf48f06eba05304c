using System.Globalization;
using System.Reflection;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>What the attribute of a head of SigmoidHeads.cs says, as elements, and the head's declaration.</summary>
internal sealed record SigmoidOptionsOfHead(string Name, int Outputs, float Smoothing, float[]? Weights)
{
    public static IReadOnlyList<SigmoidOptionsOfHead> All { get; } =
    [
        .. typeof(SigmoidOptionsOfHead)
            .Assembly.GetTypes()
            .Select(type => (type, attribute: type.GetCustomAttribute<SigmoidHeadAttribute>()))
            .Where(head => !head.type.IsNested && head.attribute is { Element: null })
            .Select(head => new SigmoidOptionsOfHead(
                head.type.Name,
                head.attribute!.Outputs,
                (float)head.attribute.LabelSmoothing,
                head.attribute.PositiveWeights?.Select(weight => (float)weight).ToArray()
            ))
            .OrderBy(head => head.Outputs)
            .ThenBy(head => head.Name, StringComparer.Ordinal),
    ];

    /// <summary>The head that the generator wrote into this assembly.</summary>
    public Type Compiled => typeof(SigmoidOptionsOfHead).Assembly.GetType($"SoftmaxGen.Numerics.Tests.{Name}", true)!;

    public string Declaration
    {
        get
        {
            string smoothing = string.Create(CultureInfo.InvariantCulture, $"{Smoothing:G9}");
            string weights = Weights is null
                ? ""
                : $", PositiveWeights = new double[] {{ {string.Join(", ", Weights.Select(w => w.ToString("G9", CultureInfo.InvariantCulture)))} }}";
            return $"[SoftmaxGen.SigmoidHead(Outputs = {Outputs}, LabelSmoothing = {smoothing}{weights})] public static partial class {Name} {{ }}";
        }
    }
}
