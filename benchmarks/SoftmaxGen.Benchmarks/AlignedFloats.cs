using System.Runtime.InteropServices;

namespace SoftmaxGen.Benchmarks;

/// <summary>Floats that never move, and start at a chosen place in a page, so that every run sees the same layout.</summary>
internal sealed class AlignedFloats
{
    private const int PageBytes = 4096;

    private readonly float[] _floats;
    private readonly int _first;

    /// <param name="length">How many floats there are.</param>
    /// <param name="place">The distance in bytes of the first from the start of its page: a multiple of 64.</param>
    public AlignedFloats(int length, int place = 0)
    {
        _floats = GC.AllocateUninitializedArray<float>(length + 2 * PageBytes / sizeof(float), pinned: true);
        long start = Marshal.UnsafeAddrOfPinnedArrayElement(_floats, 0);
        long ahead = (PageBytes - start % PageBytes + place) % PageBytes;
        _first = (int)(ahead / sizeof(float));
        Length = length;
    }

    public int Length { get; }

    public Span<float> Span => _floats.AsSpan(_first, Length);

    public nint Address => Marshal.UnsafeAddrOfPinnedArrayElement(_floats, _first);
}
