using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>How one width is spelled: a vector of elements, or a scalar, which computes in double.</summary>
internal abstract class LaneSyntax(ElementSyntax element)
{
    public static LaneSyntax Of(RowPlan row) =>
        row.Lanes == 1
            ? new ScalarSyntax(ElementSyntax.Of(row.Element))
            : new VectorSyntax(ElementSyntax.Of(row.Element), row.Lanes, row.PortableMath);

    public static VectorSyntax Of(BatchPlan batch) =>
        new(ElementSyntax.Of(batch.Element), batch.Lanes, batch.PortableMath);

    public ElementSyntax Element { get; } = element;

    /// <summary>The element type.</summary>
    public string T => Element.Type;

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

internal sealed class VectorSyntax(ElementSyntax element, int lanes, bool portableMath) : LaneSyntax(element)
{
    public int Count => lanes;

    public int Bits => lanes * Element.Bits;

    /// <summary>Whether maximum and fused multiply-add are methods of the emitted code: no framework method serves every machine.</summary>
    public bool HasOwnMath => !portableMath && Bits == 128;

    public override string Suffix => CodeBlock.Render($"{Bits}");

    public override string Type => $"{Class}<{T}>";

    /// <summary>Integers of the size of the elements.</summary>
    public string IntType => $"{Class}<{Element.Integer}>";

    public string Class => CodeBlock.Render($"Vector{Bits}");

    /// <summary>The same bits as elements.</summary>
    public string AsElements => $"As{Element.Name}()";

    /// <summary>The same bits as integers.</summary>
    public string AsIntegers => $"As{Element.IntegerName}()";

    /// <summary>An index or another integer in every lane.</summary>
    public string Integers(string value) =>
        Element.Integer == "int" ? $"{Class}.Create({value})" : $"{Class}.Create((long){value})";

    /// <summary>The vector of half the width.</summary>
    public VectorSyntax Half => new(Element, lanes / 2, portableMath);

    public override string Index => "nuint";

    public override string Zero => Type + ".Zero";

    public override string Constant(string name) => $"{Class}.Create({name})";

    public override string MultiplyAdd(string a, string b, string c) =>
        (portableMath, Bits) switch
        {
            (true, _) => $"{Class}.FusedMultiplyAdd({a}, {b}, {c})",
            (_, 128) => $"MultiplyAdd({a}, {b}, {c})",
            (_, 256) => $"Fma.MultiplyAdd({a}, {b}, {c})",
            _ => $"Avx512F.FusedMultiplyAdd({a}, {b}, {c})",
        };

    public override string MultiplySubtract(string a, string b, string c) => MultiplyAdd(a, b, "-" + c);

    public override string Max(string a, string b) =>
        (portableMath, Bits) switch
        {
            (true, _) => $"{Class}.MaxNative({a}, {b})",
            (_, 128) => $"Max({a}, {b})",
            (_, 256) => $"Avx.Max({a}, {b})",
            _ => $"Avx512F.Max({a}, {b})",
        };

    public override string Input(string name) => $"ref {T} {name}";

    public override string Output(string name) => $"ref {T} {name}";

    public override string Argument(string span) => $"ref MemoryMarshal.GetReference({span})";

    public override string Pass(string row) => $"ref {row}";

    public override string At(string row, string index) => $"Unsafe.Add(ref {row}, {index})";

    public override string LabelInput(string name) => $"ref int {name}";

    public override string LabelOutput(string name) => $"ref int {name}";

    public override string RowOf(string batch) => $"ref RowOf(ref {batch}, row)";

    public override string Table(string name) => $"MemoryMarshal.GetReference({name})";

    public override string Load(string row, string offset) => $"{Class}.LoadUnsafe(ref {row}{AfterComma(offset)})";

    public override string Store(string value, string row, string offset) =>
        $"{Parenthesized(value)}.StoreUnsafe(ref {row}{AfterComma(offset)});";

    public override string ToElement(string value) => Parenthesized(value) + ".ToScalar()";

    /// <summary>The lowest 128 bits.</summary>
    public string Lowest128(string value) =>
        Bits switch
        {
            128 => value,
            256 => Parenthesized(value) + ".GetLower()",
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

internal sealed class ScalarSyntax(ElementSyntax element) : LaneSyntax(element)
{
    public override string Suffix => "Scalar";

    public override string Type => "double";

    public override string Index => "int";

    public override string Zero => "0.0";

    public override string Constant(string name) => name;

    public override string MultiplyAdd(string a, string b, string c) => $"({a} * {b}) + {c}";

    public override string MultiplySubtract(string a, string b, string c) => $"({a} * {b}) - {c}";

    public override string Max(string a, string b) => $"Max({a}, {b})";

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
        T == Type
            ? $"{row}[{offset}] = {value};"
            : $"{row}[{offset}] = (float){(value.IndexOf(' ') < 0 ? value : $"({value})")};";

    public override string ToElement(string value) => T == Type ? value : $"(float){value}";

    /// <summary>An element as scalar code computes with it.</summary>
    public string Widened(string value) => T == Type ? value : $"(double){value}";
}
