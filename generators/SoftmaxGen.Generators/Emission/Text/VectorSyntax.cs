namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>How a vector of one width is spelled.</summary>
/// <param name="element">The type of the elements.</param>
/// <param name="lanes">How many there are.</param>
/// <param name="portableMath">Whether the framework's vectors have fused multiply-add; else the machine's own is called.</param>
/// <param name="isFused">Whether the code runs only where the machine has fused multiply-add.</param>
internal sealed class VectorSyntax(ElementSyntax element, int lanes, bool portableMath, bool isFused = false)
    : LaneSyntax(element)
{
    public int Count => lanes;

    public int Bits => lanes * Element.Bits;

    /// <summary>Whether maximum and fused multiply-add are methods of the emitted code: no framework method serves every machine.</summary>
    public bool HasOwnMath => !portableMath && Bits == 128;

    /// <summary>Whether the width runs without fused multiply-add too, in double, with the same results.</summary>
    public bool RunsUnfused => Element.Bits == 32 && Bits == 128;

    /// <summary>The condition for fused multiply-add.</summary>
    public const string HasFused = "Fma.IsSupported || AdvSimd.Arm64.IsSupported";

    /// <summary>
    /// Whether the machine runs this width with results that do not depend on the machine. Written out wherever a width is
    /// chosen: the JIT then never reads the other branches, which would use up what it is ready to inline.
    /// </summary>
    public string Condition =>
        Bits switch
        {
            128 when RunsUnfused => "Sse2.IsSupported || AdvSimd.Arm64.IsSupported",
            128 => HasFused,
            256 => "Vector256.IsHardwareAccelerated && Fma.IsSupported",
            _ => "Vector512.IsHardwareAccelerated",
        };

    public override LaneSyntax Fused => new VectorSyntax(Element, lanes, portableMath, isFused: true);

    public override string Unfused(string statements) =>
        RunsUnfused
            ? CodeBlock.Render(
                $$"""
                if (!({{HasFused}}))
                {
                    {{statements}}
                }
                """
            ) + "\n"
            : "";

    public override string Suffix => CodeBlock.Render($"{Bits}");

    public override string Type => $"{Class}<{T}>";

    /// <summary>Integers of the size of the elements.</summary>
    public string IntType => $"{Class}<{Element.Integer}>";

    public string Class => CodeBlock.Render($"Vector{Bits}");

    /// <summary>The same bits as elements.</summary>
    public string AsElements(string value) => $"{Class}.As{Element.Name}({value})";

    /// <summary>The same bits as integers.</summary>
    public string AsIntegers(string value) => $"{Class}.As{Element.IntegerName}({value})";

    /// <summary>A mask of elements from a comparison of integers.</summary>
    public string WhereEqual(string a, string b) => AsElements($"{Class}.Equals({a}, {b})");

    /// <summary>An index or another integer in every lane.</summary>
    public string Integers(string value) =>
        Element.Integer == "int" ? $"{Class}.Create({value})"
        : int.TryParse(value, out _) ? $"{Class}.Create({value}L)"
        : $"{Class}.Create((long){value})";

    /// <summary>Whether an instruction brings the lane at a variable index to the front. AVX2 has none for doubles.</summary>
    public bool PicksLanes => Element.Bits == 32;

    /// <summary>How many classes of a row a load of 128 bits brings: a piece, of which each quarter of a vector holds one.</summary>
    public int PieceClasses => 128 / Element.Bits;

    /// <summary>The vector of half the width.</summary>
    public VectorSyntax Half => new(Element, lanes / 2, portableMath, isFused);

    public override string Index => "nuint";

    public override string Zero => Type + ".Zero";

    public override string One => Constant(Element.One);

    public override string Ln2High => "Ln2High";

    public override string Ln2Low => "Ln2Low";

    public override string ExpError => Element.Bits == 32 ? "1" : "1.1";

    public override string Constant(string name) => $"{Class}.Create({name})";

    public override string MultiplyAdd(string a, string b, string c) =>
        (portableMath, Bits) switch
        {
            (_, 128) when RunsUnfused && !isFused => $"MultiplyAdd({a}, {b}, {c})",
            (true, _) => $"{Class}.FusedMultiplyAdd({a}, {b}, {c})",
            (_, 128) => $"FusedMultiplyAdd({a}, {b}, {c})",
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

    public override string ToBits(string local) => AsIntegers(local);

    public override string FromBits(string bits) => AsElements(bits);

    public override string Grouped(string operation) => operation;

    /// <summary>The exponent of a power of two as a number, from the bits that it adds to those of a number.</summary>
    public string ExponentOf(string power) =>
        Element.Bits == 32 ? $"{Class}.ConvertToSingle({power} >> 23)" : $"ExponentOf({power})";

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
        $"{Class}.StoreUnsafe({value}, ref {row}{AfterComma(offset)});";

    public override string ToElement(string value) => $"{Class}.ToScalar({value})";

    /// <summary>The lower half.</summary>
    public string Lower(string value) => $"{Class}.GetLower({value})";

    /// <summary>The upper half.</summary>
    public string Upper(string value) => $"{Class}.GetUpper({value})";

    /// <summary>The lowest 128 bits.</summary>
    public string Lowest128(string value) =>
        Bits switch
        {
            128 => value,
            256 => Lower(value),
            _ => Half.Lower(Lower(value)),
        };

    /// <summary>An operand: in parentheses unless it is a name or a single call.</summary>
    public static string Parenthesized(string value) =>
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
