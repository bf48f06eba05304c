using Microsoft.CodeAnalysis;
using SoftmaxGen.Analyzers.Heads;

namespace SoftmaxGen.Analyzers.Flow;

/// <summary>What can be told of the body of one member without running it. Nothing is computed before it is asked.</summary>
internal sealed class MemberFlow
{
    private readonly Lazy<SymbolUses> uses;
    private readonly Lazy<IReadOnlyList<HeadCall>> calls;

    public MemberFlow(HeadMembers heads, IEnumerable<IOperation> blocks)
    {
        Heads = heads;
        uses = new(() => new SymbolUses(blocks));
        calls = new(() => [.. Uses.Invocations.Select(heads.CallOf).OfType<HeadCall>()]);
    }

    public HeadMembers Heads { get; }

    public SymbolUses Uses => uses.Value;

    /// <summary>The calls of generated members, in the order of the source.</summary>
    public IReadOnlyList<HeadCall> Calls => calls.Value;

    public KnownNumber Numbers => new(Uses);

    public KnownLength Lengths => new(Uses);

    public MemoryOrigin Origins => new(Uses);

    public KnownContent Contents => new(this);
}
