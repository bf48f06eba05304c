using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// What the compiler and the framework's analyzers have to say wherever a label enum is named. Who declares the head reads it
/// there, and can silence it there; in a generated file nobody could.
/// </summary>
internal static class LabelWarnings
{
    private const string Obsolete = "System.ObsoleteAttribute";
    private const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    private const string Preview = "System.Runtime.Versioning.RequiresPreviewFeaturesAttribute";
    private const string ClsCompliant = "System.CLSCompliantAttribute";

    private static readonly string[] OfCompliance = ["CS3001", "CS3002"];

    public static EquatableArray<string> Of(INamedTypeSymbol labels, Compilation compilation) =>
        Attributes(labels)
            .SelectMany(Ids)
            .Concat(compilation.Assembly.IsCompliant() && !IsCompliant(labels) ? OfCompliance : [])
            .Where(SyntaxFacts.IsValidIdentifier)
            .Distinct()
            .OrderBy(id => id, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>Those of the enum, and of what it is a part of.</summary>
    private static IEnumerable<AttributeData> Attributes(INamedTypeSymbol labels) =>
        Parts(labels).SelectMany(part => part.GetAttributes());

    /// <summary>From the enum outwards.</summary>
    private static IEnumerable<ISymbol> Parts(INamedTypeSymbol labels) =>
        Declarations
            .ContainingTypes(labels)
            .Reverse()
            .Cast<ISymbol>()
            .Append(labels.ContainingModule)
            .Append(labels.ContainingAssembly);

    private static IEnumerable<string> Ids(AttributeData attribute) =>
        attribute.AttributeClass?.ToDisplayString() switch
        {
            Obsolete => [IdOf(attribute) ?? (attribute.ConstructorArguments.IsEmpty ? "CS0612" : "CS0618")],
            Experimental => attribute.ConstructorArguments.Select(argument => argument.Value).OfType<string>(),
            Preview => ["CA2252"],
            _ => [],
        };

    private static string? IdOf(AttributeData attribute) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string;

    /// <summary>The nearest attribute counts; without one nothing is compliant.</summary>
    private static bool IsCompliant(INamedTypeSymbol labels) =>
        Parts(labels).Select(Compliance).FirstOrDefault(value => value is not null) ?? false;

    private static bool IsCompliant(this IAssemblySymbol assembly) => Compliance(assembly) ?? false;

    private static bool? Compliance(ISymbol symbol) =>
        SymbolAttributes.Of(symbol, ClsCompliant)?.ConstructorArguments.FirstOrDefault().Value as bool?;
}
