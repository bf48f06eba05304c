namespace SoftmaxGen.Numerics.Tests;

/// <summary>The constants of the emitted polynomials: what the generator writes must equal these bit for bit.</summary>
internal static class Coefficients
{
    /// <summary>1.5 * 2^23: adding it rounds to an integer, ties to even.</summary>
    public const float RoundToInteger = 12582912f;

    public const float Log2E = 1.44269504f;
    public const float Ln2Hi = 0.693147182f;
    public const float Ln2Lo = -1.90465421e-9f;

    /// <summary>From this |m| on, m is subtracted before the reduction: exact there, by Sterbenz.</summary>
    public const float ShiftFrom = 256f;

    /// <summary>
    /// Logits further below the maximum than this are taken as this far: about 191 ln 2, where the exponent of a scaled
    /// term is that of 0, and so is the term.
    /// </summary>
    public const float Reach = 132.39f;

    /// <summary>Terms carry 2^64, so that none that counts is subnormal: their sums keep all digits however small the loss.</summary>
    public const int ScaleExponent = 64;

    /// <summary>Up to this class count a probability is a division; of more classes it is a multiplication by 1 / sum.</summary>
    public const int MaxDivided = 7;

    // exp(r) = 1 + r + r^2 (c2 + c3 r + c4 r^2 + c5 r^3 + c6 r^4) for |r| <= 0.34661
    public const float Exp2 = 0.49999991f;
    public const float Exp3 = 0.166665211f;
    public const float Exp4 = 0.041668963f;
    public const float Exp5 = 0.00836867094f;
    public const float Exp6 = 0.00137824775f;

    /// <summary>One above the bits of 0.75: octaves of a logarithm are (0.75, 1.5].</summary>
    public const int OctaveStart = 0x3F400001;

    // log(1 + r) = r + r^2 (l0 + l1 r + ... + l8 r^8) for -1/4 < r <= 1/2
    public const float Log0 = -0.5f;
    public const float Log1 = 0.333334535f;
    public const float Log2 = -0.250001162f;
    public const float Log3 = 0.199907184f;
    public const float Log4 = -0.166464478f;
    public const float Log5 = 0.14478527f;
    public const float Log6 = -0.131693885f;
    public const float Log7 = 0.104798824f;
    public const float Log8 = -0.0451799594f;
}
