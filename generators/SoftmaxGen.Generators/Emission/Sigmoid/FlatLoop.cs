using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>What chooses the width of a kernel that takes elements wherever their rows begin.</summary>
internal static class FlatLoop
{
    /// <param name="kernel">The kernel.</param>
    /// <param name="widths">The widths, widest first.</param>
    /// <param name="scalar">What machines without them run.</param>
    /// <param name="access">Who may call it.</param>
    /// <param name="attribute">The attribute of the method.</param>
    public static string Render(
        OutputKernel kernel,
        IReadOnlyList<VectorSyntax> widths,
        ScalarSyntax scalar,
        string access,
        string attribute = Attributes.Inline
    )
    {
        var rows = kernel.Inputs.Select(input => input.Row).Concat(kernel.Written).ToList();
        var parameters = kernel
            .Inputs.Select(input => $"ReadOnlySpan<{scalar.T}> {input.Row}")
            .Concat(kernel.Written.Select(row => $"Span<{scalar.T}> {row}"))
            .Concat(kernel.IsGradient ? [$"{scalar.T} factor"] : []);
        string[] factor = kernel.IsGradient ? ["factor"] : [];
        var otherwise = $"{kernel.Name}{scalar.Suffix}({string.Join(", ", rows.Concat(factor))})";
        var signature = $"{access} static void {kernel.Flat}({string.Join(", ", parameters)})";
        return widths.Count == 0
            ? CodeBlock.Lines(attribute, $"{signature} => {otherwise};")
            : Dispatch.OfStatements(
                signature,
                widths.Select(width => (width, Call(width, [.. rows.Select(width.Argument), .. factor]))),
                otherwise,
                attribute
            );

        string Call(VectorSyntax width, IEnumerable<string> arguments) =>
            $"{kernel.Flat}{width.Suffix}({string.Join(", ", arguments)}, (nuint){rows[0]}.Length)";
    }
}
