namespace SoftmaxGen.Generators.Models;

/// <summary>
/// What the user wrote on one type. A value: no symbols, no syntax, no locations, so that an edit elsewhere
/// compares equal and regenerates nothing.
/// </summary>
/// <param name="Namespace">The namespace as it is written in a declaration, or null for the global one.</param>
/// <param name="Types">The declarations from the outermost containing type to the annotated one.</param>
/// <param name="HasBaseClass">Whether the type derives from a class other than <see cref="object"/>.</param>
/// <param name="Options">What the attribute says.</param>
internal sealed record HeadModel(
    string? Namespace,
    EquatableArray<TypeModel> Types,
    bool HasBaseClass,
    HeadOptions Options
)
{
    public TypeModel Type => Types[Types.Count - 1];

    /// <summary>The file's name without its ending. Characters a file name cannot hold are replaced.</summary>
    public string FileName
    {
        get
        {
            var parts = Types.Select(type => type.DisplayName.Replace('<', '{').Replace('>', '}'));
            var path = Namespace is null ? parts : parts.Prepend(Namespace);
            return string.Join(".", path).Replace("@", "");
        }
    }
}

/// <summary>One type declaration, as it is repeated around the generated members.</summary>
/// <param name="Keyword">The kind: <c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The name, escaped where it may be a keyword.</param>
/// <param name="TypeParameters">The type parameter list, or an empty string.</param>
internal sealed record TypeModel(string Keyword, string Name, string TypeParameters)
{
    public string DisplayName => Name + TypeParameters;

    /// <summary>The name as messages say it.</summary>
    public string PlainName => Name.TrimStart('@');

    /// <summary>The name as a literal.</summary>
    public string Literal => $"\"{PlainName}\"";
}
