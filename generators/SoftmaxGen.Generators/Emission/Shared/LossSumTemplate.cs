using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Shared;

/// <summary>
/// The sum of the losses of a batch: row r goes to lane r mod 16, floats in double and doubles with what their additions
/// round off; the lanes fold by halves.
/// </summary>
/// <param name="element">The type of losses.</param>
/// <param name="hasVectors">Whether code for vectors is emitted.</param>
/// <param name="attributes">The attributes of methods that are compiled once, for all who call them.</param>
internal sealed class LossSumTemplate(ElementType element, bool hasVectors, Attributes attributes)
{
    private const int Lanes = 16;

    private readonly string type = ElementSyntax.Of(element).Type;

    private bool IsCompensated => element == ElementType.Double;

    /// <summary>What the additions of vectors round off would be more than the JIT inlines where the machine has no vectors.</summary>
    private bool HasVectors => hasVectors && !IsCompensated;

    /// <summary>How many lanes a field of the sum holds: as many as a Vector128 of doubles.</summary>
    private int FieldLanes => HasVectors ? 2 : 1;

    private string FieldType =>
        IsCompensated ? "CompensatedSumScalar"
        : HasVectors ? "Vector128<double>"
        : "double";

    private List<string> Fields =>
        [.. Enumerable.Range(0, Lanes / FieldLanes).Select(i => CodeBlock.Render($"lanes{i * FieldLanes}"))];

    public string Render() =>
        CodeBlock.Render(
            $$"""
            /// <summary>A sum of losses in 16 lanes, {{(IsCompensated ? "with what their additions round off" : "in double")}}.</summary>
            internal struct LossSum
            {
                private {{FieldType}} {{string.Join(", ", Fields)}};

                /// <summary>Adds the first losses of a buffer, and 0 for what is missing from the last 16.</summary>
                {{attributes.Entry}}
                public void Add(Span<{{type}}> losses, int count)
                {
                    losses.Slice(count).Clear();
                    for (var i = 0; i < count; i += {{Lanes}})
                    {
                        {{CodeBlock.Lines(
                HasVectors ? AddVectors() : Fields.Select((lane, i) => Add(lane, LossAt(i)))
            )}}
                    }
                }

                {{Totals()}}
            }
            """
        );

    private string Totals() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The sum, or the mean over what the rows count together.</summary>
            {{attributes.Entry}}
            public readonly {{type}} Reduce(double totalWeight, Reduction reduction) =>
                {{Rounded("reduction == Reduction.Mean ? Total() / totalWeight : Total()")}};

            /// <summary>The sum, as precise as it was added.</summary>
            {{Attributes.Inline}}
            public readonly double Total()
            {
                {{Fold("return")}}
            }
            """
        );

    private string Rounded(string sum) => IsCompensated ? sum : $"({type})({sum})";

    private string Fold(string statement) =>
        HasVectors
            ? CodeBlock.Lines(
                $"var two = {Sum};",
                $"{statement} Vector128.ToScalar(two) + Vector128.GetElement(two, 1);"
            )
            : $"{statement} {Sum};";

    private string Sum =>
        CanonicalSum.OfVectors([.. Fields.Select(lanes => IsCompensated ? $"{lanes}.Total()" : lanes)], FieldLanes);

    private string Add(string lanes, string losses) =>
        IsCompensated ? $"{lanes}.Add({losses});" : $"{lanes} += {losses};";

    private static string LossAt(int offset) => $"losses[i{PlusOffset(offset)}]";

    private static string PlusOffset(int offset) => offset == 0 ? "" : CodeBlock.Render($" + {offset}");

    private static string VectorAt(int offset) =>
        $"Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(losses), (nuint)i{PlusOffset(offset)})";

    /// <summary>Four floats are two fields.</summary>
    private IEnumerable<string> AddVectors() =>
        Enumerable
            .Range(0, Lanes / 4)
            .SelectMany(four =>
                new[]
                {
                    CodeBlock.Render($"var four{four} = {VectorAt(4 * four)};"),
                    Add(Fields[2 * four], CodeBlock.Render($"Vector128.WidenLower(four{four})")),
                    Add(Fields[(2 * four) + 1], CodeBlock.Render($"Vector128.WidenUpper(four{four})")),
                }
            );
}
