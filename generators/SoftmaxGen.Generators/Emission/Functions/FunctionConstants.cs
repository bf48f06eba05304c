using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Functions;

/// <summary>The numbers of the exponential and the logarithm for one element type. docs/numerics.md says where they come from.</summary>
internal sealed record FunctionConstants
{
    private static readonly FunctionConstants Float = new()
    {
        ExpCoefficients = ["0.49999991", "0.166665211", "0.041668963", "0.00836867094", "0.00137824775"],
        ExpOrigin = """
            // e^r = 1 + r + c2 r^2 + ... + c6 r^6 for |r| <= ln 2 / 2: minimax in float coefficients, by Sollya's
            // fpminimax. Within 0.73 ULP over every float of the range.
            """,
        LogCoefficients =
        [
            "-0.5",
            "0.333334535",
            "-0.250001162",
            "0.199907184",
            "-0.166464478",
            "0.14478527",
            "-0.131693885",
            "0.104798824",
            "-0.0451799594",
        ],
        LogOrigin = """
            // log(1 + r) = r + r^2 (c0 + c1 r + ... + c8 r^8) for r in [-0.25, 0.5]: minimax in float coefficients, by
            // Sollya's fpminimax. log p and log(1 + u) are within 0.97 ULP over every float of their range.
            """,
        Log2E = "1.44269504",
        Ln2High = "0.693147182",
        Ln2Low = "-1.90465421e-9",
        Rounder = "12582912",
        ScaleExponent = 64,
        Bias = 127,
        LowestExponent = "132.39",
        LargeLogit = "256",
        AboveThreeQuarters = "0x3F400001",
        ExponentBits = "-0x00800000",
        One = "0x3F800000",
        SmallestNormal = "1.17549435e-38",
        MantissaPower = "8388608",
    };

    private static readonly FunctionConstants Double = new()
    {
        ExpCoefficients =
        [
            "0.5000000000000011",
            "0.16666666666666463",
            "0.04166666666652863",
            "0.00833333333347122",
            "0.0013888888943766435",
            "0.0001984126954514721",
            "2.4801493090718595e-05",
            "2.7557558769284053e-06",
            "2.763022596158194e-07",
            "2.500729037334938e-08",
        ],
        ExpOrigin = """
            // e^r = 1 + r + c2 r^2 + ... + c11 r^11 for |r| <= ln 2 / 2: minimax, rounded coefficient by coefficient.
            // With fused multiply-add within 0.73 ULP in all samples.
            """,
        LogCoefficients =
        [
            "-0.5",
            "0.3333333333333375",
            "-0.25000000000010564",
            "0.19999999999850604",
            "-0.1666666666380297",
            "0.14285714299907007",
            "-0.1250000029041878",
            "0.11111110773506988",
            "-0.09999985551313588",
            "0.09090893012931305",
            "-0.08333704214566758",
            "0.07693387076235529",
            "-0.07138583933402957",
            "0.06643364997184137",
            "-0.06249844875918896",
            "0.06083013606216496",
            "-0.05968074814373334",
            "0.05069614976033253",
            "-0.02938982298703613",
            "0.008091390790367362",
        ],
        LogOrigin = """
            // log(1 + r) = r + r^2 (c0 + c1 r + ... + c19 r^19) for r in [-0.25, 0.5]: minimax, rounded coefficient by
            // coefficient. With fused multiply-add log p and log(1 + u) are within 1.1 ULP in all samples.
            """,
        Log2E = "1.4426950408889634",
        Ln2High = "0.6931471805599453",
        Ln2Low = "2.3190468138462996e-17",
        Rounder = "6755399441055744",
        ScaleExponent = 128,
        Bias = 1023,
        LowestExponent = "797.8124",
        LargeLogit = "2048",
        AboveThreeQuarters = "0x3FE8000000000001",
        ExponentBits = "-0x0010000000000000",
        One = "0x3FF0000000000000",
        SmallestNormal = "2.2250738585072014e-308",
        MantissaPower = "4503599627370496",
    };

    public static FunctionConstants Of(ElementSyntax element) => element.Bits == 32 ? Float : Double;

    /// <summary>From r^2 on; those of 1 and r are 1.</summary>
    public IReadOnlyList<string> ExpCoefficients { get; private init; } = [];

    public string ExpOrigin { get; private init; } = "";

    public IReadOnlyList<string> LogCoefficients { get; private init; } = [];

    public string LogOrigin { get; private init; } = "";

    public string Log2E { get; private init; } = "";

    public string Ln2High { get; private init; } = "";

    /// <summary>What the rounded ln 2 lacks.</summary>
    public string Ln2Low { get; private init; } = "";

    /// <summary>Adding it rounds to an integer: 1.5 times the power of two behind which there are no fractions.</summary>
    public string Rounder { get; private init; } = "";

    /// <summary>The power of two that terms carry.</summary>
    public int ScaleExponent { get; private init; }

    /// <summary>What the bits of an exponent hold more than the exponent.</summary>
    public int Bias { get; private init; }

    /// <summary>Just less than ln 2 times the two above.</summary>
    public string LowestExponent { get; private init; } = "";

    public string LargeLogit { get; private init; } = "";

    /// <summary>The bits of the number after 0.75.</summary>
    public string AboveThreeQuarters { get; private init; } = "";

    public string ExponentBits { get; private init; } = "";

    public string One { get; private init; } = "";

    public string SmallestNormal { get; private init; } = "";

    /// <summary>Two to the number of bits of the mantissa.</summary>
    public string MantissaPower { get; private init; } = "";
}
