using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>
/// The least that a generator of heads can do: it asks the compiler for the types with an attribute, takes nothing from them and
/// writes nothing. The output is there because a pipeline without one is never run.
/// </summary>
internal sealed class EmptyGenerator(params string[] attributes) : IIncrementalGenerator
{
    /// <summary>Whether it writes a file for each head, with nothing in it.</summary>
    public bool WritesFiles { get; init; }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in attributes)
        {
            var names = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                (node, _) => node is TypeDeclarationSyntax,
                (head, _) => head.TargetSymbol.Name
            );
            context.RegisterSourceOutput(
                names,
                (output, name) =>
                {
                    if (WritesFiles)
                    {
                        output.AddSource(name + ".g.cs", "");
                    }
                }
            );
        }
    }
}
