namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>How scalar code is spelled, which computes in double.</summary>
internal sealed class ScalarSyntax(ElementSyntax element) : LaneSyntax(element)
{
    /// <summary>The type that scalar code computes in.</summary>
    public const string Computes = "double";

    public override string Suffix => "Scalar";

    public override string Type => Computes;

    /// <summary>Whether the elements are narrower.</summary>
    public bool IsWider => Element.IsWidenedInScalars;

    public override string Index => "int";

    public override string Zero => "0.0";

    public override string One => "1.0";

    public override string Ln2High => IsWider ? "Ln2Double" : "Ln2Short";

    public override string Ln2Low => "Ln2Rest";

    public override string ExpError => "1.3";

    public override string Constant(string name) => name;

    public override string MultiplyAdd(string a, string b, string c) => $"({a} * {b}) + {c}";

    public override string MultiplySubtract(string a, string b, string c) => $"({a} * {b}) - {c}";

    public override string Max(string a, string b) => $"Max({a}, {b})";

    public override string ToBits(string local) => $"BitConverter.DoubleToInt64Bits({local})";

    public override string FromBits(string bits) => $"BitConverter.Int64BitsToDouble({bits})";

    public override string Grouped(string operation) => $"({operation})";

    /// <summary>A constant that splits a number. Those of the elements have the plain name.</summary>
    public string SplitConstant(string name) => IsWider ? name + "Double" : name;

    public override string Input(string name) => $"ReadOnlySpan<{T}> {name}";

    public override string Output(string name) => $"Span<{T}> {name}";

    public override string Argument(string span) => span;

    public override string Pass(string row) => row;

    public override string At(string row, string index) => $"{row}[{index}]";

    public override string LabelInput(string name) => $"ReadOnlySpan<int> {name}";

    public override string LabelOutput(string name) => $"Span<int> {name}";

    public override string RowOf(string batch) => $"RowOf({batch}, row)";

    public override string Table(string name) => name;

    public override string Load(string row, string offset) => Widened($"{row}[{offset}]");

    public override string Store(string value, string row, string offset) =>
        $"{row}[{offset}] = {ToElement(!IsWider || value.IndexOf(' ') < 0 ? value : $"({value})")};";

    public override string ToElement(string value) => IsWider ? $"({T}){value}" : value;

    /// <summary>An element as scalar code computes with it.</summary>
    public string Widened(string value) => IsWider ? $"(double){value}" : value;
}
