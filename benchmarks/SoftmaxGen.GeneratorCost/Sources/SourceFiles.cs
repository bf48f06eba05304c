using System.Text;

namespace SoftmaxGen.GeneratorCost.Sources;

/// <summary>Files of a solution: heads and ordinary code that is no head.</summary>
internal static class SourceFiles
{
    /// <summary>A statement of the ordinary code; what is typed stands before it.</summary>
    public const string EditedStatement = "var sum = 0.0;";

    private const string Header = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using SoftmaxGen;

        namespace Company.Product
        {

        """;

    /// <summary>One file for each head, with a class of its own beside it, and one file without a head.</summary>
    public static IEnumerable<string> OneForEachHead(int heads, Func<int, string> declare) =>
        Enumerable
            .Range(0, heads)
            .Select(number => File([OrdinaryClass(number), declare(number)]))
            .Append(File([OrdinaryClass(heads)]));

    /// <summary>All heads in one file, and one file without a head.</summary>
    public static IEnumerable<string> OneForAllHeads(int heads, Func<int, string> declare)
    {
        var numbers = Enumerable.Range(0, heads);
        return
        [
            File(numbers.SelectMany(number => new[] { OrdinaryClass(number), declare(number) })),
            File([OrdinaryClass(heads)]),
        ];
    }

    /// <summary>One file for each head with nothing beside it, and one file without a head.</summary>
    public static IEnumerable<string> HeadsAlone(IEnumerable<string> heads) =>
        heads.Select(head => File([head])).Append(File([OrdinaryClass(0)]));

    /// <summary>One file of at least that many lines, in which every tenth class stands beside a head that it uses.</summary>
    public static string OfLines(int lines)
    {
        var types = new List<string>();
        var length = 0;
        for (var number = 0; length < lines; number++)
        {
            string[] added =
                number % 10 == 0
                    ? [OrdinaryClass(number), PlainHead(number), ClassThatUses(number)]
                    : [OrdinaryClass(number)];
            types.AddRange(added);
            length += added.Sum(type => type.Count(character => character == '\n') + 2);
        }

        return File(types);
    }

    private static string File(IEnumerable<string> types) =>
        new StringBuilder(Header).AppendJoin("\n\n", types).Append("\n}\n").ToString();

    private static string OrdinaryClass(int number) =>
        $$"""
                /// <summary>The measurements of unit {{number}}, the newest last.</summary>
                public sealed class Unit{{number}} : IComparable<Unit{{number}}>
                {
                    private readonly List<double> measurements = new List<double>();

                    public Unit{{number}}(string name) => Name = name ?? throw new ArgumentNullException(nameof(name));

                    public string Name { get; }

                    [Obsolete("Use Mean.")]
                    public double Average => Mean();

                    public void Add(double measurement)
                    {
                        if (double.IsNaN(measurement))
                        {
                            throw new ArgumentException("Not a number.", nameof(measurement));
                        }

                        measurements.Add(measurement);
                    }

                    public double Mean()
                    {
                        {{EditedStatement}}
                        foreach (var measurement in measurements)
                        {
                            sum += measurement;
                        }

                        return measurements.Count == 0 ? double.NaN : sum / measurements.Count;
                    }

                    public IEnumerable<double> Above(double limit) => measurements.Where(value => value > limit);

                    public int CompareTo(Unit{{number}}? other) => other is null ? 1 : Mean().CompareTo(other.Mean());
                }
            """;

    private static string PlainHead(int number) =>
        $$"""
                [SoftmaxHead(Classes = 8)]
                public static partial class Head{{number}} { }
            """;

    private static string ClassThatUses(int number) =>
        $$"""
                public static class Decision{{number}}
                {
                    public static int Decide(ReadOnlySpan<float> logits, Span<float> probabilities)
                    {
                        Head{{number}}.Softmax(logits, probabilities);
                        var best = 0;
                        for (var index = 1; index < Head{{number}}.Classes; index++)
                        {
                            best = probabilities[index] > probabilities[best] ? index : best;
                        }

                        return best;
                    }

                    public static float Train(float[] logits, int label, float[] gradient)
                    {
                        Span<float> probabilities = stackalloc float[Head{{number}}.Classes];
                        Head{{number}}.Softmax(logits, probabilities);
                        return Head{{number}}.CrossEntropyGradient(logits, label, gradient)
                            + Head{{number}}.CrossEntropyFromProbabilities(probabilities, label);
                    }
                }
            """;
}
