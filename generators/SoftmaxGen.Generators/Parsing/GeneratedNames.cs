using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>The members that a head generates, and whether the user's type has them already.</summary>
internal static class GeneratedNames
{
    private const string Input = "System.ReadOnlySpan<float>";
    private const string Output = "System.Span<float>";
    private const string Label = "int";
    private const string Labels = "System.ReadOnlySpan<int>";
    private const string Reduction = "SoftmaxGen.Reduction";

    private static string[][] LossesOfBatch =>
        [
            [Input, Labels, Reduction],
            [Input, Labels, Output],
            [Input, Input, Reduction],
            [Input, Input, Output],
        ];

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
        ["SoftmaxBatch"] =
        [
            [Input, Output],
        ],
        ["LogSoftmaxBatch"] =
        [
            [Input, Output],
        ],
        ["PredictBatch"] =
        [
            [Input, "System.Span<int>"],
        ],
        ["CrossEntropyBatch"] = LossesOfBatch,
        ["CrossEntropyFromProbabilitiesBatch"] = LossesOfBatch,
        ["CrossEntropyGradientBatch"] =
        [
            [Input, Labels, Output, Reduction],
            [Input, Input, Output, Reduction],
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
                || IsPrimaryParameter(type, name)
                || IsAbstractInBase(type, name)
                || type.GetMembers(name).Any(member => !IsGenerated(member) && Clashes(member))
            );

    /// <summary>The parameters of a primary constructor are in scope where the members are, and would lose to them.</summary>
    private static bool IsPrimaryParameter(INamedTypeSymbol type, string name) =>
        type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.Any(parameter => parameter.Name == name)
            && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax)
        );

    /// <summary>A generated method would hide an abstract one, which then cannot be overridden.</summary>
    private static bool IsAbstractInBase(INamedTypeSymbol type, string name)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers(name).Any(member => member.IsAbstract && Clashes(member)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An analyzer sees the type with the generated members in it.</summary>
    private static bool IsGenerated(ISymbol member) =>
        member
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.ToDisplayString() == "System.CodeDom.Compiler.GeneratedCodeAttribute"
                && attribute.ConstructorArguments.FirstOrDefault()
                    is { Kind: TypedConstantKind.Primitive, Value: "SoftmaxGen" }
            );

    private static bool IsTypeParameter(INamedTypeSymbol type, string name) =>
        type.TypeParameters.Any(parameter => parameter.Name == name);

    /// <summary>An overload of the user's own, with other parameters, may stand beside a generated method.</summary>
    private static bool Clashes(ISymbol member) =>
        member is not IMethodSymbol method
        || !Methods.TryGetValue(method.Name, out var generated)
        || (method.Arity == 0 && generated.Any(parameters => HasParameters(method, parameters)));

    private static bool HasParameters(IMethodSymbol method, string[] types) =>
        method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && types.SequenceEqual(method.Parameters.Select(parameter => parameter.Type.ToDisplayString()));
}
