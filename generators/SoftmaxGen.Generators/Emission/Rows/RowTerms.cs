namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>A row that a kernel reads.</summary>
/// <param name="Local">The local that holds one vector of it.</param>
/// <param name="Row">The parameter that refers to it.</param>
/// <param name="Missing">What fills the lanes of a single vector that the row does not reach.</param>
/// <param name="IsConstant">Whether it is constant data, the same for every row, instead of a parameter.</param>
internal sealed record Operand(string Local, string Row, string Missing, bool IsConstant = false)
{
    public static readonly Operand Logits = new("z", "logits", "float.NegativeInfinity");
    public static readonly Operand Target = new("t", "target", "0f");
    public static readonly Operand Probabilities = new("p", "probabilities", "0f");
    public static readonly Operand Upstream = new("g", "upstream", "0f");

    /// <summary>One number for each class.</summary>
    public static Operand Constant(string local, string table) => new(local, table, "0f", IsConstant: true);
}

/// <summary>A value per class. The function gets a naming of locals, since straight-line code numbers them.</summary>
internal sealed record Term(string Local, Func<Func<string, string>, string> Value);

/// <summary>A canonical sum over a term, with or without the class of the first largest logit.</summary>
internal sealed record RowSum(string Name, string Term, bool WithoutFirst = false)
{
    /// <summary>The local of a term with 0 at the class that is left out.</summary>
    public string Kept => Term + "Kept";
}

/// <summary>One pass over a row that sums terms and may store the first of them.</summary>
/// <param name="Inputs">The rows that are read.</param>
/// <param name="Terms">The terms, in the order in which they are computed.</param>
/// <param name="Sums">The sums over terms or inputs.</param>
/// <param name="StoredIn">Where the first term is stored, if it is.</param>
/// <param name="InLanes">Whether the sums stay in the lanes of one vector, which are folded later.</param>
/// <param name="KeepsTerms">Whether the terms are used after the sums; else an overlapping vector has lanes to spare.</param>
internal sealed record SumPass(
    Operand[] Inputs,
    Term[] Terms,
    RowSum[] Sums,
    string? StoredIn = null,
    bool InLanes = false,
    bool KeepsTerms = true
);

/// <summary>One pass over a row that stores a value per class.</summary>
/// <param name="Inputs">The rows that are read.</param>
/// <param name="Known">Terms that a sum has computed already: straight-line code still has them.</param>
/// <param name="Value">The value that is stored.</param>
/// <param name="Output">The row that is written; it may be one of those that are read.</param>
internal sealed record MapPass(Operand[] Inputs, Term[] Known, Func<Func<string, string>, string> Value, string Output);
