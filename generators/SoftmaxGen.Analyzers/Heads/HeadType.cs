using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Parsing;

namespace SoftmaxGen.Analyzers.Heads;

/// <summary>A type whose members are generated, in this project or in one that it references.</summary>
/// <param name="Name">The name as messages say it.</param>
/// <param name="CountName">The generated constant that holds the length of a row.</param>
/// <param name="Count">The length of a row: the number of classes or of outputs.</param>
/// <param name="Attribute">What the user wrote.</param>
internal sealed record HeadType(string Name, string CountName, int Count, HeadAttribute Attribute)
{
    /// <summary>What one element of a row stands for.</summary>
    public string Unit => Attribute.IsSigmoid ? "output" : "class";

    /// <summary>The label of rows that do not count, or null.</summary>
    public int? IgnoreIndex => Attribute.Int32(OptionNames.IgnoreIndex);

    /// <summary>Whether the loss of a label is nothing but -log p.</summary>
    public bool HasPlainLoss =>
        IgnoreIndex is null
        && Attribute.Doubles(OptionNames.ClassWeights) is null
        && Attribute.Double(OptionNames.LabelSmoothing) is null or 0
        && Attribute.Int32(OptionNames.FullyMasked) is null or 0;

    /// <summary>Whether the gradient of that loss is softmax less 1 at the label: a temperature would divide it.</summary>
    public bool HasPlainGradient => HasPlainLoss && Attribute.Double(OptionNames.Temperature) is null or 1;

    public static HeadType? TryCreate(INamedTypeSymbol type)
    {
        var attributes = HeadAttribute.AllOf(type).Take(2).ToImmutableArray();
        if (attributes.Length != 1)
        {
            return null;
        }

        var countName = attributes[0].IsSigmoid ? OptionNames.Outputs : OptionNames.Classes;
        return type.GetMembers(countName).FirstOrDefault() is IFieldSymbol { ConstantValue: int count and > 0 }
            ? new HeadType(type.Name, countName, count, attributes[0])
            : null;
    }
}
