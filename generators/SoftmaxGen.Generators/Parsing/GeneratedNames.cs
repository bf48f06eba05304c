using Microsoft.CodeAnalysis;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>The members that a head generates, and whether the user's type has them already.</summary>
internal static class GeneratedNames
{
    private const string Input = "System.ReadOnlySpan<float>";
    private const string Output = "System.Span<float>";
    private const string Label = "int";

    /// <summary>Each method with the parameter lists it is generated with.</summary>
    private static readonly IReadOnlyDictionary<string, string[][]> Methods = new Dictionary<string, string[][]>
    {
        ["Softmax"] =
        [
            [Input, Output],
        ],
        ["LogSoftmax"] =
        [
            [Input, Output],
        ],
        ["LogSumExp"] =
        [
            [Input],
        ],
        ["Predict"] =
        [
            [Input],
        ],
        ["Sample"] =
        [
            [Input, "float"],
        ],
        ["CrossEntropy"] =
        [
            [Input, Label],
            [Input, Input],
        ],
        ["CrossEntropyFromProbabilities"] =
        [
            [Input, Label],
            [Input, Input],
        ],
        ["CrossEntropyGradient"] =
        [
            [Input, Label, Output],
            [Input, Input, Output],
        ],
        ["SoftmaxGradient"] =
        [
            [Input, Input, Output],
        ],
    };

    private static readonly string[] Others = ["Classes", "SoftmaxKernel"];

    /// <summary>The names that cannot be generated into the type because it, a member or a type parameter has them.</summary>
    public static IEnumerable<string> TakenBy(INamedTypeSymbol type) =>
        Methods
            .Keys.Concat(Others)
            .Where(name =>
                type.Name == name
                || IsTypeParameter(type, name)
                || type.GetMembers(name).Any(member => !IsGenerated(member) && Clashes(member))
            );

    /// <summary>An analyzer sees the type with the generated members in it.</summary>
    private static bool IsGenerated(ISymbol member) =>
        member
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
                && attribute.ConstructorArguments[0].Value is "SoftmaxGen"
            );

    private static bool IsTypeParameter(INamedTypeSymbol type, string name) =>
        type.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>An overload of the user's own, with other parameters, may stand beside a generated method.</summary>
    private static bool Clashes(ISymbol member) =>
        member is not IMethodSymbol { Arity: 0 } method
        || !Methods.TryGetValue(method.Name, out var generated)
        || generated.Any(parameters =>
            parameters.SequenceEqual(method.Parameters.Select(parameter => parameter.Type.ToDisplayString()))
        );
}
