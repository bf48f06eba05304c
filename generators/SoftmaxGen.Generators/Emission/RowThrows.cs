using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission;

/// <summary>What throws when the lengths or the places of spans are wrong, in the words of one kind of head.</summary>
/// <param name="type">The user's type.</param>
/// <param name="length">The elements of a row.</param>
/// <param name="noun">What an element of a row belongs to: a class or an output.</param>
/// <param name="plural">More than one of them.</param>
/// <param name="parameterNames">The names of the parameters that are checked.</param>
/// <param name="attributes">The attributes of methods that throw.</param>
internal sealed class RowThrows(
    TypeModel type,
    int length,
    string noun,
    string plural,
    IReadOnlyList<string> parameterNames,
    Attributes attributes
)
{
    /// <summary>Checks pass a number: to have a string at hand would cost a row of few classes a tenth of its time.</summary>
    public string Parameters() =>
        CodeBlock.Render(
            $$"""
            private enum Parameter
            {
                {{CodeBlock.Lines(parameterNames.Select(name => $"{Member(name)},"))}}
            }

            {{Attributes.Inline}}
            private static string NameOf(Parameter parameter) =>
                parameter switch
                {
                    {{CodeBlock.Lines(
                parameterNames.Take(parameterNames.Count - 1).Select(name => $"{Parameter(name)} => \"{name}\",")
            )}}
                    _ => "{{parameterNames[parameterNames.Count - 1]}}",
                };
            """
        );

    /// <summary>A checked parameter, as the emitted code names it.</summary>
    public static string Parameter(string name) => $"Parameter.{Member(name)}";

    private static string Member(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public string OfRows() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowLength(int length, Parameter parameter) =>
                throw new ArgumentException($"{{type.PlainName}} takes rows of exactly {{length}} {{(
                length == 1 ? "element" : "elements"
            )}}, one per {{noun}}, but '{NameOf(parameter)}' has {length}.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowOverlap(Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' overlaps an input in part: pass the same memory, or memory apart from it.", NameOf(parameter));
            """
        );

    public string OfWholeRows() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowRows(int length, Parameter parameter) =>
                throw new ArgumentException($"{{type.PlainName}} takes whole rows of {{length}} elements, one per {{noun}}, but '{NameOf(parameter)}' has {length}, which is no multiple of {{length}}.", NameOf(parameter));
            """
        );

    public string OfBatches() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowSameLength(int wanted, int length, Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' has {length} elements, but {wanted} are wanted: one per {{noun}} and row, as in the first argument.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowOnePerRow(int rows, int length, Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' has {length} elements, but {rows} are wanted: one per row of {{length}} {{(
                length == 1 ? noun : plural
            )}}.", NameOf(parameter));

            {{attributes.Throw}}
            private static void ThrowNotApart(Parameter parameter) =>
                throw new ArgumentException($"'{NameOf(parameter)}' overlaps an input: pass memory apart from it.", NameOf(parameter));
            """
        );

    public string OfReduction() =>
        CodeBlock.Render(
            $$"""
            {{attributes.Throw}}
            private static void ThrowReduction(Reduction reduction) =>
                throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "A batch of losses is reduced by Reduction.Mean or Reduction.Sum.");
            """
        );
}
