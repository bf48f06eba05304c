using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Planning;

/// <summary>A file that plans share: it depends on no class count, and is whole or not there.</summary>
/// <param name="Code">What it holds.</param>
/// <param name="Element">The element type of what it holds; that of checks has none.</param>
/// <param name="LabelType">The integers that labels are made of; empty where it is not about labels.</param>
/// <param name="Target">What the framework offers.</param>
internal sealed record SharedPart(SharedCode Code, ElementType Element, string LabelType, TargetModel Target)
{
    public static SharedPart Of(
        SharedCode code,
        TargetModel target,
        ElementType element = ElementType.Float,
        string labelType = ""
    ) => new(code, element, labelType, target);
}

/// <summary>What a shared file holds.</summary>
internal enum SharedCode
{
    /// <summary>Checks of arguments, and what throws.</summary>
    Checks,

    /// <summary>Elements as numbers: checks, constants, functions, the sum of losses, the largest scores.</summary>
    Numbers,

    /// <summary>Functions of vectors.</summary>
    Vectors,

    /// <summary>What tiles of rows are made of.</summary>
    Tiles,

    /// <summary>What folds many rows at once, between passes over them.</summary>
    Passes,

    /// <summary>The kernels of a row in loops without vectors.</summary>
    ScalarRows,

    /// <summary>Sigmoid and binary cross-entropy of outputs.</summary>
    Outputs,

    /// <summary>Labels made of other integers than int.</summary>
    Labels,
}
