namespace SoftmaxGen.Numerics.Tests;

/// <summary>Memory for one span of a batch, at any alignment, between two zones that must stay as they are.</summary>
internal sealed class GuardedBuffer<T>(int capacity, T guard)
    where T : struct, IEquatable<T>
{
    /// <summary>Spans begin at one of this many offsets: the floats of a cache line.</summary>
    public const int Offsets = 16;

    // More than the widest vector: a store that spills over lands here.
    private const int Zone = 48;

    private readonly T[] memory = new T[Zone + Offsets + capacity + Zone];
    private int start;
    private int length;

    public Span<T> Span => memory.AsSpan(start, length);

    /// <summary>A span that holds the guard value everywhere, so that an element which is never written shows.</summary>
    public Span<T> Take(int elements, int offset)
    {
        start = Zone + offset % Offsets;
        length = elements;
        memory.AsSpan(0, start + length + Zone).Fill(guard);
        return Span;
    }

    public bool IsIntact =>
        memory.AsSpan(0, start).IndexOfAnyExcept(guard) < 0
        && memory.AsSpan(start + length, Zone).IndexOfAnyExcept(guard) < 0;
}
