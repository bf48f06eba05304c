namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>How the steps of a polynomial are spelled.</summary>
internal abstract class ArithmeticSyntax(ElementSyntax element)
{
    public ElementSyntax Element { get; } = element;

    /// <summary>The type that holds one step.</summary>
    public abstract string Type { get; }

    public abstract string One { get; }

    /// <summary>The constant of ln 2, and of what it lacks.</summary>
    public abstract string Ln2High { get; }

    public abstract string Ln2Low { get; }

    public abstract string Constant(string name);

    /// <summary>a b, rounded as an element.</summary>
    public virtual string Product(string a, string b) => $"{a} * {b}";

    /// <summary>a b + c; rounded once where there is fused multiply-add.</summary>
    public abstract string MultiplyAdd(string a, string b, string c);

    /// <summary>The same for a constant that decides how large the sum is.</summary>
    /// <param name="a">A factor.</param>
    /// <param name="b">The other one.</param>
    /// <param name="c">The name of the constant.</param>
    /// <param name="rounder">The name of the number whose addition rounds such a sum as an element.</param>
    public virtual string MultiplyAdd(string a, string b, string c, string? rounder) => MultiplyAdd(a, b, Constant(c));

    /// <summary>The same for a step that is known to be rounded once where each of two roundings is looked at only.</summary>
    public virtual string CheckedMultiplyAdd(string a, string b, string c) => MultiplyAdd(a, b, c);

    /// <summary>An operand or argument that is an operation itself.</summary>
    public abstract string Grouped(string operation);
}
