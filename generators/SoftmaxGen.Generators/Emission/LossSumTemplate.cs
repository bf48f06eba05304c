using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// The sum of the losses of a batch: row r goes to lane r mod 16, in double; the lanes fold by halves, and the result is
/// rounded once.
/// </summary>
internal sealed class LossSumTemplate(ElementType element, bool hasVectors)
{
    private const int Lanes = 16;

    private readonly string type = ElementSyntax.Of(element).Type;

    private static readonly List<string> Pairs = [.. Names(step: 2)];

    private static readonly List<string> Singles = [.. Names(step: 1)];

    public string Render() =>
        CodeBlock.Render(
            $$"""
            /// <summary>A sum of losses in 16 lanes, in double.</summary>
            private struct LossSum
            {
                {{Fields()}}

                /// <summary>Adds the first losses of a buffer, and 0 for what is missing from the last 16.</summary>
                {{Attributes.Inline}}
                public void Add(Span<{{type}}> losses, int count)
                {
                    losses.Slice(count).Clear();
                    for (var i = 0; i < count; i += {{Lanes}})
                    {
                        {{CodeBlock.Lines(hasVectors ? AddVectors() : AddSingles())}}
                    }
                }

                {{Attributes.Inline}}
                public readonly {{type}} Reduce(int rows, Reduction reduction)
                {
                    {{(hasVectors ? $"var two = {CanonicalSum.OfVectors(Pairs, lanes: 2)};" : "")}}
                    var sum = {{(
                hasVectors ? "two.ToScalar() + two.GetElement(1)" : CanonicalSum.OfVectors(Singles, lanes: 1)
            )}};
                    return ({{type}})(reduction == Reduction.Mean ? sum / rows : sum);
                }
            }
            """
        );

    private string Fields() =>
        $"private {(hasVectors ? "Vector128<double>" : "double")} {string.Join(", ", hasVectors ? Pairs : Singles)};";

    private static IEnumerable<string> AddVectors() =>
        Enumerable
            .Range(0, Lanes / 4)
            .SelectMany(four =>
                new[]
                {
                    CodeBlock.Render(
                        $"var four{four} = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(losses), (nuint)i{(four == 0 ? "" : CodeBlock.Render($" + {4 * four}"))});"
                    ),
                    $"{Pairs[2 * four]} += Vector128.WidenLower(four{Text(four)});",
                    $"{Pairs[(2 * four) + 1]} += Vector128.WidenUpper(four{Text(four)});",
                }
            );

    private static IEnumerable<string> AddSingles() =>
        Singles.Select((lane, i) => i == 0 ? $"{lane} += losses[i];" : $"{lane} += losses[i + {Text(i)}];");

    private static IEnumerable<string> Names(int step) =>
        Enumerable.Range(0, Lanes / step).Select(i => CodeBlock.Render($"lanes{i * step}"));

    private static string Text(int value) => CodeBlock.Render($"{value}");
}
