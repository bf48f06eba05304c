using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Where an operation stands among the functions and statements around it.</summary>
internal static class Nesting
{
    /// <summary>The innermost lambda or local function, or null.</summary>
    public static IOperation? FunctionAround(IOperation operation) =>
        Ancestors(operation).FirstOrDefault(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation);

    public static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            yield return outer;
        }
    }
}
