using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>What a method of the framework makes of memory.</summary>
internal enum SpanMethod
{
    Other,

    /// <summary>The same memory or a part of it: memory, and maybe a start and a length.</summary>
    Slice,

    /// <summary>New memory with the same elements.</summary>
    Copy,

    /// <summary>New memory of a length.</summary>
    Allocate,

    /// <summary>The memory at a reference, and a length.</summary>
    Create,

    /// <summary>Nothing.</summary>
    Empty,
}

/// <summary>The framework's types and methods that hand memory on.</summary>
internal static class SpanMethods
{
    public static bool IsSpan(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" } named && IsSystem(named);

    public static bool IsReadOnlySpan(ITypeSymbol? type) => IsSpan(type) && type!.Name == "ReadOnlySpan";

    /// <summary>Whether a conversion gives the same elements: between arrays, spans and inline arrays.</summary>
    public static bool KeepsElements(IConversionOperation conversion) =>
        (IsSpan(conversion.Type) || conversion.Type is IArrayTypeSymbol)
        && (
            conversion.OperatorMethod is { } method
                ? IsSpan(method.ContainingType)
                : conversion.Operand.Type is IArrayTypeSymbol
                    || IsSpan(conversion.Operand.Type)
                    || conversion.Operand is ICollectionExpressionOperation
                    || (conversion.Operand.Type is { } type && InlineArrays.LengthOf(type) is not null)
        );

    public static SpanMethod KindOf(IMethodSymbol method) =>
        (method.ContainingType?.Name, method.Name) switch
        {
            _ when !IsSystem(method.ContainingType) => SpanMethod.Other,
            ("MemoryExtensions", "AsSpan") => SpanMethod.Slice,
            ("Span" or "ReadOnlySpan", "Slice") => SpanMethod.Slice,
            ("Span" or "ReadOnlySpan", "ToArray") => SpanMethod.Copy,
            ("GC", "AllocateArray" or "AllocateUninitializedArray") => SpanMethod.Allocate,
            ("MemoryMarshal", "CreateSpan" or "CreateReadOnlySpan") => SpanMethod.Create,
            ("Array", "Empty") => SpanMethod.Empty,
            _ => SpanMethod.Other,
        };

    /// <summary>The memory that a method works on first, as if every method were an extension.</summary>
    public static IOperation? MemoryOf(IInvocationOperation invocation) =>
        invocation.Instance ?? ValueOf(invocation.Arguments, 0);

    /// <summary>The memory and the arguments behind it, in the order of the parameters.</summary>
    public static IReadOnlyList<IOperation?> ValuesOf(IInvocationOperation invocation)
    {
        var values = ValuesOf(invocation.Arguments);
        return invocation.Instance is { } memory ? [memory, .. values] : values;
    }

    public static IReadOnlyList<IOperation?> ValuesOf(ImmutableArray<IArgumentOperation> arguments) =>
        [.. arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value)];

    private static IOperation? ValueOf(ImmutableArray<IArgumentOperation> arguments, int ordinal) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;

    private static bool IsSystem(INamedTypeSymbol? type) =>
        type?.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
        || type is { Name: "MemoryMarshal", ContainingNamespace.Name: "InteropServices" };
}
