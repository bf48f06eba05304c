using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Analyzers.Flow;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Rules;

/// <summary>Lengths that are known at compile time and that the generated member would throw for.</summary>
internal static class LengthRules
{
    public static IEnumerable<Diagnostic> Check(HeadCall call, MemberFlow flow)
    {
        var known = call
            .Arguments.Where(argument => argument.Role.Shape != Shape.None)
            .Select(argument => (Argument: argument, Length: flow.Lengths.Of(argument.Value)))
            .Where(measured => measured.Length is not null)
            .Select(measured => new MeasuredArgument(measured.Argument, measured.Length!.Value))
            .ToList();
        var wrong = known.Select(argument => CheckAlone(call, argument, known, flow)).OfType<Diagnostic>().ToList();
        return wrong.Count > 0 ? wrong : CheckTogether(call, known);
    }

    private static Diagnostic? CheckAlone(
        HeadCall call,
        MeasuredArgument argument,
        IReadOnlyList<MeasuredArgument> known,
        MemberFlow flow
    )
    {
        var count = call.Head.Count;
        return argument.Shape switch
        {
            Shape.Row when argument.Length != count => call.Member.BatchName is { } batch && IsBatch(argument, count)
                ? RowLength(
                    call,
                    argument,
                    $"exactly {count}, one per {call.Head.Unit}, or call '{batch}', which takes {argument.Length / count} rows at once",
                    BatchCall(call, batch, known)
                )
                : RowLength(
                    call,
                    argument,
                    $"exactly {count}, one per {call.Head.Unit}",
                    Resized(call, argument, flow)
                ),
            Shape.PartOfRow when argument.Length > count => RowLength(
                call,
                argument,
                $"at most {count}, the number of classes",
                Resized(call, argument, flow)
            ),
            Shape.Rows when argument.Length % count != 0 => UseDiagnostic.Create(
                UseDescriptors.BatchLength,
                argument.Syntax,
                replacement: null,
                argument.Name,
                call.Member.FullName,
                argument.Length,
                count,
                call.CountSyntax
            ),
            _ => null,
        };
    }

    private static Diagnostic RowLength(
        HeadCall call,
        MeasuredArgument argument,
        string wanted,
        Replacement? replacement
    ) =>
        UseDiagnostic.Create(
            UseDescriptors.RowLength,
            argument.Syntax,
            replacement,
            argument.Name,
            call.Member.FullName,
            argument.Length,
            wanted
        );

    /// <summary>Memory that serves something else too keeps its length.</summary>
    private static Replacement? Resized(HeadCall call, MeasuredArgument argument, MemberFlow flow) =>
        flow.Lengths.SizeSyntaxOf(argument.Value) is { } size
        && new ResizableMemory(flow.Heads, flow.Uses, call.Head, grows: argument.Length < call.Head.Count).Is(
            argument.Value
        )
            ? Replacement.OfAll(size, call.CountSyntax, $"Make it {call.CountSyntax} long")
            : null;

    private static bool IsBatch(MeasuredArgument argument, int count) =>
        argument.Length > count && argument.Length % count == 0;

    /// <summary>The call for many rows, where it takes the same arguments and all of them have as many rows.</summary>
    private static Replacement? BatchCall(HeadCall call, string batch, IReadOnlyList<MeasuredArgument> known) =>
        call.Operation.TargetMethod.ReturnsVoid
        && known.Count == call.Operation.TargetMethod.Parameters.Length
        && known.All(argument => argument.Shape == Shape.Row && argument.Length == known[0].Length)
        && call.Operation.Arguments.All(argument => argument.Syntax is ArgumentSyntax { NameColon: null })
            ? new Replacement(call.NameSyntax, batch, $"Call '{batch}'")
            : null;

    /// <summary>Each length is possible, and they do not fit each other.</summary>
    private static IEnumerable<Diagnostic> CheckTogether(HeadCall call, IReadOnlyList<MeasuredArgument> known) =>
        known
            .Select(
                (argument, index) =>
                    known
                        .Take(index)
                        .Select(earlier => CheckPair(call, earlier, argument))
                        .OfType<Diagnostic>()
                        .FirstOrDefault()
            )
            .OfType<Diagnostic>();

    private static Diagnostic? CheckPair(HeadCall call, MeasuredArgument first, MeasuredArgument other)
    {
        var wanted = WantedLength(call.Head.Count, first, other.Shape);
        return wanted is null || other.Length == wanted
            ? null
            : UseDiagnostic.Create(
                UseDescriptors.LengthsDisagree,
                other.Syntax,
                replacement: null,
                other.Name,
                call.Member.FullName,
                other.Length,
                first.Name,
                first.Length,
                wanted,
                Reason(first, other, call)
            );
    }

    private static string Reason(MeasuredArgument first, MeasuredArgument other, HeadCall call) =>
        first.Shape == other.Shape ? " as well"
        : other.Shape == Shape.RowCount ? ", one per row"
        : $", {call.Head.Count} per row";

    private static long? WantedLength(int count, MeasuredArgument first, Shape shape) =>
        (first.Shape, shape) switch
        {
            (Shape.Rows, Shape.RowCount) => first.Length / count,
            (Shape.RowCount, Shape.Rows) => first.Length * count,
            (Shape.Rows, Shape.Rows) or (Shape.RowCount, Shape.RowCount) => first.Length,
            (Shape.PartOfRow, Shape.PartOfRow) => first.Length,
            _ => null,
        };

    private sealed record MeasuredArgument(HeadArgument Argument, long Length)
    {
        public string Name => Argument.Name;

        public Shape Shape => Argument.Role.Shape;

        public SyntaxNode Syntax => Argument.Syntax;

        public IOperation Value => Argument.Value;
    }
}
