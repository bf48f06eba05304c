using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>How one width is spelled: a vector of elements, or a scalar, which computes in double.</summary>
internal abstract class LaneSyntax(ElementSyntax element) : ArithmeticSyntax(element)
{
    public static LaneSyntax Of(RowPlan row) =>
        row.Lanes == 1
            ? new ScalarSyntax(ElementSyntax.Of(row.Element))
            : new VectorSyntax(ElementSyntax.Of(row.Element), row.Lanes, row.PortableMath);

    public static VectorSyntax Of(BatchPlan batch) =>
        new(ElementSyntax.Of(batch.Element), batch.Lanes, batch.PortableMath);

    public static VectorSyntax Of(WidthPlan width) =>
        new(ElementSyntax.Of(width.Element), width.Lanes, width.PortableMath);

    /// <summary>The element type.</summary>
    public string T => Element.Type;

    /// <summary>Ends the names of the methods of this width: <c>Softmax256</c>, <c>SoftmaxScalar</c>.</summary>
    public abstract string Suffix { get; }

    /// <summary>The type of an offset into a row.</summary>
    public abstract string Index { get; }

    public abstract string Zero { get; }

    public string OneHalf => Constant(Element.Fraction("0.5"));

    /// <summary>How far an exponential may be off, in ULP.</summary>
    public abstract string ExpError { get; }

    /// <summary>This width in code that runs only where the machine has fused multiply-add.</summary>
    public virtual LaneSyntax Fused => this;

    /// <summary>Statements for machines without it, which stand before the code for the others; nothing where none run this width.</summary>
    public virtual string Unfused(string statements) => "";

    /// <summary>a b - c; rounded once in vectors.</summary>
    public abstract string MultiplySubtract(string a, string b, string c);

    /// <summary>The larger one; the second where one is NaN, or NaN.</summary>
    public abstract string Max(string a, string b);

    /// <summary>The bits of a local, as integers.</summary>
    public abstract string ToBits(string local);

    /// <summary>A number from its bits.</summary>
    public abstract string FromBits(string bits);

    public abstract string Input(string name);

    public abstract string Output(string name);

    /// <summary>An argument for <see cref="Input"/> or <see cref="Output"/>, made from a span.</summary>
    public abstract string Argument(string span);

    /// <summary>An argument for <see cref="Input"/> or <see cref="Output"/>, made from a parameter of that kind.</summary>
    public abstract string Pass(string row);

    /// <summary>One element of a row, which can be assigned to.</summary>
    public abstract string At(string row, string index);

    public abstract string LabelInput(string name);

    public abstract string LabelOutput(string name);

    /// <summary>The row at <c>row</c> of a batch.</summary>
    public abstract string RowOf(string batch);

    /// <summary>What a batch has for the row at <c>row</c>, where it has one element for each.</summary>
    public string ElementOf(string batch) => At(batch, "row");

    public abstract string Load(string row, string offset);

    /// <summary>A table of constants, as <see cref="Load"/> takes a row.</summary>
    public abstract string Table(string name);

    public abstract string Store(string value, string row, string offset);

    /// <summary>An element from a value that is the same in every lane.</summary>
    public abstract string ToElement(string value);

    /// <summary>The offset in an element access: nothing for the row's start.</summary>
    protected static string AfterComma(string offset) => offset == "0" ? "" : ", " + offset;
}
