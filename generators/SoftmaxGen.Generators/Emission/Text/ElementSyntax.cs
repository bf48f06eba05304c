using System.Globalization;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>How the element type of a head is spelled.</summary>
internal sealed record ElementSyntax
{
    private static readonly ElementSyntax Float = new()
    {
        Type = "float",
        Name = "Single",
        Integer = "int",
        IntegerName = "Int32",
        Bits = 32,
        MantissaBits = 23,
        LargestBelowOne = "0.99999994f",
        LiteralEnding = "f",
    };

    private static readonly ElementSyntax Double = new()
    {
        Type = "double",
        Name = "Double",
        Integer = "long",
        IntegerName = "Int64",
        Bits = 64,
        MantissaBits = 52,
        LargestBelowOne = "0.9999999999999999",
        LiteralEnding = ".0",
    };

    public static ElementSyntax Of(ElementType element) => element == ElementType.Float ? Float : Double;

    /// <summary>The keyword: <c>float</c>.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The name in the framework's methods: <c>Single</c>.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The integer of the same size.</summary>
    public string Integer { get; private init; } = "";

    /// <summary>The name of that integer in the framework's methods.</summary>
    public string IntegerName { get; private init; } = "";

    public int Bits { get; private init; }

    /// <summary>Whether scalar code computes in a wider type.</summary>
    public bool IsWidenedInScalars => Type != ScalarSyntax.Computes;

    /// <summary>How many bits of a number stand below its exponent.</summary>
    public int MantissaBits { get; private init; }

    /// <summary>The largest number below 1.</summary>
    public string LargestBelowOne { get; private init; } = "";

    private string LiteralEnding { get; init; } = "";

    public string One => Whole("1");

    public string Zero => Whole("0");

    /// <summary>A literal of the element type from one without a decimal point.</summary>
    public string Whole(string number) => number + LiteralEnding;

    /// <summary>An element from an operation in double.</summary>
    public string FromDouble(string operation) => IsWidenedInScalars ? $"({Type})({operation})" : operation;

    /// <summary>A literal of the element type from one with a decimal point.</summary>
    public string Fraction(string number) => Type == "float" ? number + "f" : number;

    /// <summary>The shortest literal that means a number of the element type.</summary>
    public string Literal(double value)
    {
        var digits = Digits(value);
        return Type == "float" ? digits + "f"
            : digits.All(character => char.IsDigit(character) || character == '-') ? digits + ".0"
            : digits;
    }

    /// <summary>The numbers, as a comment has them; of many the first ones.</summary>
    public string List(IReadOnlyList<double> values)
    {
        const int shown = 8;
        var list = string.Join(", ", values.Take(shown).Select(Digits));
        return values.Count > shown ? list + ", …" : list;
    }

    /// <summary>The shortest text that means a number of the element type. Exponents are for numbers far from 1.</summary>
    public string Digits(double value)
    {
        var shortest = Enumerable
            .Range(1, 17)
            .Select(precision => value.ToString($"G{precision}", CultureInfo.InvariantCulture))
            .First(text => Means(text, value));
        return shortest.Contains("E+") && Math.Abs(value) < 1e9
            ? double.Parse(shortest, CultureInfo.InvariantCulture).ToString("0", CultureInfo.InvariantCulture)
            : shortest;
    }

    private bool Means(string text, double value)
    {
        var parsed = double.Parse(text, CultureInfo.InvariantCulture);
        return Type == "float" ? (float)parsed == (float)value : parsed == value;
    }
}
