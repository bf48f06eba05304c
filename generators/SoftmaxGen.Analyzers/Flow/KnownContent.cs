using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>What numbers are where they are read, and the call that says so.</summary>
internal sealed record ContentSource(Content Content, HeadCall Call);

/// <summary>
/// Whether numbers are certainly logits, probabilities or log-probabilities at one place of a member: because a
/// generated member always wrote them there before, or took them for logits before.
/// </summary>
internal sealed class KnownContent(MemberFlow flow)
{
    private readonly OwnMemory own = new(flow.Heads, flow.Uses);

    /// <summary>What a value is that the reader reads, or null where there is any doubt.</summary>
    public ContentSource? Of(IOperation value, IOperation reader) =>
        value.Type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double } ? OfNumber(value)
        : flow.Origins.Of(value) is { } memory ? WrittenBy(memory, reader) ?? ReadAsLogitsBy(memory, reader)
        : null;

    /// <summary>Whether the memory is the same at the reader as when the call read it.</summary>
    public bool IsUnchanged(Memory memory, HeadCall call, IOperation reader) =>
        Sequence.Between(call.Operation, reader, flow.Uses) is { } statements
        && (
            own.AccessesOf(memory) is { } accesses && accesses.All(access => access.Kind == AccessKind.Read)
            || own.WritesElsewhere(call, memory) && IsQuiet(memory, statements, call, reader)
        );

    /// <summary>The result of a member that takes and gives one number.</summary>
    private ContentSource? OfNumber(IOperation value) =>
        flow.Heads.CallOf(ResultOf(value)) is { } call
            ? call.Member.Name switch
            {
                "Sigmoid" => new ContentSource(Content.Probabilities, call),
                "LogSigmoid" => new ContentSource(Content.LogProbabilities, call),
                _ => null,
            }
            : null;

    private IOperation? ResultOf(IOperation value) =>
        value is ILocalReferenceOperation local ? flow.Uses.OnlyValueOf(local.Local) : value;

    private ContentSource? WrittenBy(Memory memory, IOperation reader)
    {
        var accesses = own.AccessesOf(memory);
        return OtherCalls(reader)
            .Select(call => (Call: call, Content: ContentWrittenBy(call, memory)))
            .Where(writer =>
                writer.Content != Content.Unknown
                && Sequence.Between(writer.Call.Operation, reader, flow.Uses) is { } statements
                && (
                    accesses is not null && OnlyHolds(accesses, writer.Content)
                    || IsQuiet(memory, statements, writer.Call, reader)
                )
            )
            .Select(writer => new ContentSource(writer.Content, writer.Call))
            .LastOrDefault();
    }

    private ContentSource? ReadAsLogitsBy(Memory memory, IOperation reader) =>
        OtherCalls(reader)
            .Where(call =>
                call.Argument(Content.Logits) is { Role.IsOutput: false } argument
                && flow.Origins.Of(argument.Value) is { IsWhole: true } read
                && read.IsSame(memory)
                && IsUnchanged(memory, call, reader)
            )
            .Select(call => new ContentSource(Content.Logits, call))
            .LastOrDefault();

    private IEnumerable<HeadCall> OtherCalls(IOperation reader) => flow.Calls.Where(call => call.Operation != reader);

    /// <summary>What a call leaves in all of the memory.</summary>
    private Content ContentWrittenBy(HeadCall call, Memory memory) =>
        call.Arguments.FirstOrDefault(argument =>
            argument.Role.IsOutput
            && flow.Origins.Of(argument.Value) is { IsWhole: true } written
            && written.IsSame(memory)
        )?.Role.Content
        ?? Content.Unknown;

    private static bool OnlyHolds(IReadOnlyList<MemoryAccess> accesses, Content content) =>
        accesses.All(access => access.Argument is null || access.Argument.Role.Content == content);

    private bool IsQuiet(Memory memory, IReadOnlyList<IOperation> statements, HeadCall first, IOperation reader) =>
        new Quiet(flow.Heads, own).Leaves(memory, statements, first.Operation, reader);
}
