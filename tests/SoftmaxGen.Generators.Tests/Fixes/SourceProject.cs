using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Tests.Fixes;

/// <summary>A project of a solution: its files, and the projects before it that it refers to.</summary>
internal sealed record SourceProject(string Name, params string[] Sources)
{
    public string[] References { get; init; } = [];

    /// <summary>Assemblies beside the framework and the attributes.</summary>
    public IReadOnlyList<MetadataReference> Metadata { get; init; } = [];

    /// <summary>The name of a file is its position, with this behind it.</summary>
    public string Ending { get; init; } = ".cs";
}
