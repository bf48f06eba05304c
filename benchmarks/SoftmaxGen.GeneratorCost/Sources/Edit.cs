namespace SoftmaxGen.GeneratorCost.Sources;

/// <summary>Where a keystroke falls in a solution with that many heads of a few plans.</summary>
internal sealed record Edit(int Heads, string Place, IEnumerable<string> Files, int File)
{
    /// <summary>The heads have files of their own.</summary>
    public static Edit[] Apart(int heads)
    {
        var files = SourceFiles.OneForEachHead(heads, PlainHeads.Declare);
        return [new(heads, "without a head", files, File: heads), new(heads, "of one head", files, File: 0)];
    }

    /// <summary>One file has all heads.</summary>
    public static Edit[] Together(int heads)
    {
        var files = SourceFiles.OneForAllHeads(heads, PlainHeads.Declare);
        return
        [
            new(heads, "without a head; all heads in another", files, File: 1),
            new(heads, "of all heads", files, File: 0),
        ];
    }
}
