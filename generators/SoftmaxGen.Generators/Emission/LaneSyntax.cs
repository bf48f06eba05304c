using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>How one width is spelled: a vector of floats, or a scalar, which computes in double.</summary>
internal abstract class LaneSyntax
{
    public static LaneSyntax Of(RowPlan row) =>
        row.Lanes == 1 ? new ScalarSyntax() : new VectorSyntax(row.Lanes, row.PortableMath);

    /// <summary>Ends the names of the methods of this width: <c>Softmax256</c>, <c>SoftmaxScalar</c>.</summary>
    public abstract string Suffix { get; }

    /// <summary>The type that holds one step of a row.</summary>
    public abstract string Type { get; }

    /// <summary>The type of an offset into a row.</summary>
    public abstract string Index { get; }

    public abstract string Zero { get; }

    public abstract string Constant(string name);

    /// <summary>a b + c; rounded once in vectors.</summary>
    public abstract string MultiplyAdd(string a, string b, string c);

    /// <summary>a b - c; rounded once in vectors.</summary>
    public abstract string MultiplySubtract(string a, string b, string c);

    /// <summary>The larger one; the second where one is NaN, or NaN.</summary>
    public abstract string Max(string a, string b);

    public abstract string Input(string name);

    public abstract string Output(string name);

    /// <summary>An argument for <see cref="Input"/> or <see cref="Output"/>, made from a span.</summary>
    public abstract string Argument(string span);

    /// <summary>An argument for <see cref="Input"/> or <see cref="Output"/>, made from a parameter of that kind.</summary>
    public abstract string Pass(string row);

    /// <summary>One element of a row, which can be assigned to.</summary>
    public abstract string Element(string row, string index);

    public abstract string LabelInput(string name);

    public abstract string LabelOutput(string name);

    /// <summary>The row at <c>row</c> of a batch.</summary>
    public abstract string RowOf(string batch);

    /// <summary>What a batch has for the row at <c>row</c>, where it has one element for each.</summary>
    public string ElementOf(string batch) => Element(batch, "row");

    public abstract string Load(string row, string offset);

    public abstract string Store(string value, string row, string offset);

    /// <summary>A float from a value that is the same in every lane.</summary>
    public abstract string ToFloat(string value);

    /// <summary>The offset in an element access: nothing for the row's start.</summary>
    protected static string AfterComma(string offset) => offset == "0" ? "" : ", " + offset;
}

internal sealed class VectorSyntax(int lanes, bool portableMath) : LaneSyntax
{
    public int Count => lanes;

    /// <summary>Whether maximum and fused multiply-add are methods of the emitted code: no framework method serves every machine.</summary>
    public bool HasOwnMath => !portableMath && lanes == 4;

    public override string Suffix => CodeBlock.Render($"{lanes * 32}");

    public override string Type => Class + "<float>";

    public string IntType => Class + "<int>";

    public string Class => CodeBlock.Render($"Vector{lanes * 32}");

    public override string Index => "nuint";

    public override string Zero => Type + ".Zero";

    public override string Constant(string name) => $"{Class}.Create({name})";

    public override string MultiplyAdd(string a, string b, string c) =>
        (portableMath, lanes) switch
        {
            (true, _) => $"{Class}.FusedMultiplyAdd({a}, {b}, {c})",
            (_, 4) => $"MultiplyAdd({a}, {b}, {c})",
            (_, 8) => $"Fma.MultiplyAdd({a}, {b}, {c})",
            _ => $"Avx512F.FusedMultiplyAdd({a}, {b}, {c})",
        };

    public override string MultiplySubtract(string a, string b, string c) => MultiplyAdd(a, b, "-" + c);

    public override string Max(string a, string b) =>
        (portableMath, lanes) switch
        {
            (true, _) => $"{Class}.MaxNative({a}, {b})",
            (_, 4) => $"Max({a}, {b})",
            (_, 8) => $"Avx.Max({a}, {b})",
            _ => $"Avx512F.Max({a}, {b})",
        };

    public override string Input(string name) => $"ref float {name}";

    public override string Output(string name) => $"ref float {name}";

    public override string Argument(string span) => $"ref MemoryMarshal.GetReference({span})";

    public override string Pass(string row) => $"ref {row}";

    public override string Element(string row, string index) => $"Unsafe.Add(ref {row}, {index})";

    public override string LabelInput(string name) => $"ref int {name}";

    public override string LabelOutput(string name) => $"ref int {name}";

    public override string RowOf(string batch) => $"ref RowOf(ref {batch}, row)";

    public override string Load(string row, string offset) => $"{Class}.LoadUnsafe(ref {row}{AfterComma(offset)})";

    public override string Store(string value, string row, string offset) =>
        $"{Parenthesized(value)}.StoreUnsafe(ref {row}{AfterComma(offset)});";

    public override string ToFloat(string value) => Parenthesized(value) + ".ToScalar()";

    /// <summary>The lowest four lanes.</summary>
    public string Lowest128(string value) =>
        lanes switch
        {
            4 => value,
            8 => Parenthesized(value) + ".GetLower()",
            _ => Parenthesized(value) + ".GetLower().GetLower()",
        };

    private static string Parenthesized(string value) =>
        value.IndexOf(' ') < 0 || IsCall(value) ? value : "(" + value + ")";

    /// <summary>Whether the value is a single call, whose closing parenthesis ends it.</summary>
    private static bool IsCall(string value)
    {
        var open = value.IndexOf('(');
        if (open <= 0 || value[value.Length - 1] != ')' || value.IndexOf(' ') < open)
        {
            return false;
        }

        var depth = 0;
        for (var i = open; i < value.Length; i++)
        {
            depth +=
                value[i] == '(' ? 1
                : value[i] == ')' ? -1
                : 0;
            if (depth == 0)
            {
                return i == value.Length - 1;
            }
        }

        return false;
    }
}

internal sealed class ScalarSyntax : LaneSyntax
{
    public override string Suffix => "Scalar";

    public override string Type => "double";

    public override string Index => "int";

    public override string Zero => "0.0";

    public override string Constant(string name) => name;

    public override string MultiplyAdd(string a, string b, string c) => $"({a} * {b}) + {c}";

    public override string MultiplySubtract(string a, string b, string c) => $"({a} * {b}) - {c}";

    public override string Max(string a, string b) => $"Max({a}, {b})";

    public override string Input(string name) => $"ReadOnlySpan<float> {name}";

    public override string Output(string name) => $"Span<float> {name}";

    public override string Argument(string span) => span;

    public override string Pass(string row) => row;

    public override string Element(string row, string index) => $"{row}[{index}]";

    public override string LabelInput(string name) => $"ReadOnlySpan<int> {name}";

    public override string LabelOutput(string name) => $"Span<int> {name}";

    public override string RowOf(string batch) => $"RowOf({batch}, row)";

    public override string Load(string row, string offset) => $"(double){row}[{offset}]";

    public override string Store(string value, string row, string offset) =>
        $"{row}[{offset}] = (float){(value.IndexOf(' ') < 0 ? value : $"({value})")};";

    public override string ToFloat(string value) => $"(float){value}";
}
