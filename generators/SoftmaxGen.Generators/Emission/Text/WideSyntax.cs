namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>
/// How floats in double are spelled, which machines without fused multiply-add compute in: four in a vector of AVX, or two and
/// two in vectors of 128 bits. A product of floats is exact in double, so only the sum is rounded, and then once more to a
/// float; docs/numerics.md says where that is the same as rounding once.
/// </summary>
/// <param name="element">The type of the elements.</param>
/// <param name="bits">The width: 256 or 128.</param>
internal sealed class WideSyntax(ElementSyntax element, int bits) : ArithmeticSyntax(element)
{
    /// <summary>That of AVX, and what all machines have.</summary>
    public static IReadOnlyList<WideSyntax> Of(ElementSyntax element) =>
        [new WideSyntax(element, 256), new WideSyntax(element, 128)];

    /// <summary>A method with a body for each.</summary>
    public static string Method(
        ElementSyntax element,
        string summary,
        string signature,
        Func<WideSyntax, string> body,
        string attribute = Attributes.Inline
    )
    {
        var bodies = Of(element).Select(body).ToList();
        return CodeBlock.Render(
            $$"""
            /// <summary>{{summary}}</summary>
            {{attribute}}
            {{signature}}
            {
                if (Avx.IsSupported)
                {
                    {{bodies[0]}}
                }
                else
                {
                    {{bodies[1]}}
                }
            }
            """
        );
    }

    public bool IsAvx => bits == 256;

    private string Class => CodeBlock.Render($"Vector{bits}");

    public override string Type => $"{Class}<double>";

    public override string One => OfDouble("1.0");

    public override string Ln2High => "Ln2High";

    public override string Ln2Low => "Ln2Low";

    /// <summary>What ends the names of the vectors that hold four floats.</summary>
    public IReadOnlyList<string> Parts => IsAvx ? [""] : ["Lower", "Upper"];

    /// <summary>From a constant of the element type.</summary>
    public override string Constant(string name) => OfDouble($"(double){name}");

    public string OfDouble(string value) => $"{Class}.Create({value})";

    public string Add(string a, string b) => Operation("Add", a, "+", b);

    public string Subtract(string a, string b) => Operation("Subtract", a, "-", b);

    public string Multiply(string a, string b) => Operation("Multiply", a, "*", b);

    /// <summary>a b + c as it comes out in double.</summary>
    public string Sum(string a, string b, string c) => Add(Multiply(a, b), c);

    public override string Product(string a, string b) => Rounded(Multiply(a, b));

    public override string MultiplyAdd(string a, string b, string c) => Rounded(Sum(a, b, c));

    public override string MultiplyAdd(string a, string b, string c, string? rounder) =>
        rounder is null
            ? MultiplyAdd(a, b, Constant(c))
            : Subtract(Sum(a, b, OfDouble($"{c} + {rounder}")), OfDouble(rounder));

    public override string CheckedMultiplyAdd(string a, string b, string c) => $"RoundedOnce({a}, {b}, {c})";

    /// <summary>Rounded to float, in double.</summary>
    private static string Rounded(string value) => $"Rounded({value})";

    /// <summary>A part of four floats.</summary>
    public string Widened(string floats, string part) =>
        IsAvx ? $"Avx.ConvertToVector256Double({floats})" : $"Vector128.Widen{part}({floats})";

    /// <summary>Four floats from their parts, rounded.</summary>
    /// <param name="value">What a part is.</param>
    public string Narrowed(Func<string, string> value) =>
        IsAvx
            ? $"Avx.ConvertToVector128Single({value("")})"
            : $"Vector128.Narrow({string.Join(", ", Parts.Select(value))})";

    /// <summary>Two vectors of 128 bits that hold the parts.</summary>
    /// <param name="local">The local that holds a part.</param>
    public string Halves(string local) =>
        IsAvx
            ? $"Vector256.GetLower({local}), Vector256.GetUpper({local})"
            : string.Join(", ", Parts.Select(part => local + part));

    /// <summary>Statements for each part.</summary>
    public string ForEachPart(Func<string, string> statements) => CodeBlock.Lines(Parts.Select(statements));

    public override string Grouped(string operation) => operation;

    /// <summary>AVX computes with vectors of 256 bits, whose operators the JIT knows from AVX2 on.</summary>
    private string Operation(string name, string a, string symbol, string b) =>
        IsAvx ? $"Avx.{name}({a}, {b})" : $"{VectorSyntax.Parenthesized(a)} {symbol} {VectorSyntax.Parenthesized(b)}";
}
