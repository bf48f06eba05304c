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
            _ when !IsSystem(method.ContainingType) && !IsInterop(method.ContainingType) => SpanMethod.Other,
            ("MemoryExtensions", "AsSpan") => SpanMethod.Slice,
            ("Span" or "ReadOnlySpan", "Slice") => SpanMethod.Slice,
            ("Span" or "ReadOnlySpan", "ToArray") => SpanMethod.Copy,
            ("GC", "AllocateArray" or "AllocateUninitializedArray") => SpanMethod.Allocate,
            ("MemoryMarshal", "CreateSpan" or "CreateReadOnlySpan") => SpanMethod.Create,
            ("Array", "Empty") => SpanMethod.Empty,
            _ => SpanMethod.Other,
        };

    /// <summary>The memory and the arguments behind it, in the order of the parameters.</summary>
    public static IReadOnlyList<IOperation?> ValuesOf(IInvocationOperation invocation)
    {
        var values = ValuesOf(invocation.Arguments);
        return invocation.Instance is { } memory ? [memory, .. values] : values;
    }

    public static IReadOnlyList<IOperation?> ValuesOf(ImmutableArray<IArgumentOperation> arguments) =>
        [.. arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value)];

    /// <summary>The memory of a range of a span or inline array, <c>p[1..3]</c>, and the range; null for everything else.</summary>
    public static (IOperation Memory, IRangeOperation Range)? RangeOf(IOperation operation) =>
        operation switch
        {
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation range, Instance: var span }
                when IsSpan(span.Type) => (span, range),
            IInlineArrayAccessOperation { Argument: IRangeOperation range, Instance: var array } => (array, range),
            _ => null,
        };

    /// <summary>Whether a member belongs to arrays or spans themselves.</summary>
    public static bool IsOfMemory(ISymbol member) =>
        member.ContainingType is { } type && (type.SpecialType == SpecialType.System_Array || IsSpan(type));

    private static bool IsSystem(INamedTypeSymbol? type) => IsIn(type?.ContainingNamespace, "System");

    private static bool IsInterop(INamedTypeSymbol? type) =>
        type is { Name: "MemoryMarshal", ContainingNamespace: { Name: "InteropServices" } interop }
        && interop.ContainingNamespace is { Name: "Runtime" } runtime
        && IsIn(runtime.ContainingNamespace, "System");

    private static bool IsIn(INamespaceSymbol? scope, string name) =>
        scope is { ContainingNamespace.IsGlobalNamespace: true } && scope.Name == name;
}
