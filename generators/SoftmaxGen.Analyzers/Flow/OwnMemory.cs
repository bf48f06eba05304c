using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>Memory that a member makes for itself, so that all that happens to it stands in the member.</summary>
internal sealed class OwnMemory(HeadMembers heads, SymbolUses uses)
{
    private readonly MemoryOrigin origins = new(uses);

    /// <summary>What is done to it, or null where that is not all known: others have it too, or it is handed on.</summary>
    public IReadOnlyList<MemoryAccess>? AccessesOf(Memory memory)
    {
        if (memory.Symbol is not ILocalSymbol local || !origins.IsOwn(memory))
        {
            return null;
        }

        var accesses = new MemoryAccesses(heads, uses).Of(local).ToList();
        return accesses.Any(access => access.Kind == AccessKind.Unknown) ? null : accesses;
    }

    /// <summary>Whether the value is certainly other memory.</summary>
    public bool IsElsewhere(IOperation value, Memory memory) =>
        MemoryOrigin.IsCreation(value)
        || origins.Of(value) is { } other && !other.IsSame(memory) && AccessesOf(other) is not null;

    /// <summary>Whether a call writes nothing but memory that is certainly other.</summary>
    public bool WritesElsewhere(HeadCall call, Memory memory) =>
        call.Arguments.All(argument => !argument.Role.IsOutput || IsElsewhere(argument.Value, memory));
}
