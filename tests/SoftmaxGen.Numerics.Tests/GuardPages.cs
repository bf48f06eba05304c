using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>Memory between two pages that nobody may read or write: on Linux, a step outside ends the process.</summary>
internal sealed class GuardPages
{
    private const int NoAccess = 0;
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22;
    private const nint Failed = -1;

    private readonly nint start;
    private readonly nint size;

    public GuardPages(int bytes)
    {
        nint page = Environment.SystemPageSize;
        size = (bytes + page - 1) / page * page;
        nint all = Map(0, (nuint)(size + 2 * page), NoAccess, PrivateAndAnonymous, -1, 0);
        start = all + page;
        if (all == Failed || Protect(start, (nuint)size, ReadAndWrite) != 0)
            throw new InvalidOperationException("No memory is mapped.");
    }

    /// <summary>A span right behind the first page, or right before the last.</summary>
    public Span<T> Take<T>(int length, bool atEnd)
        where T : unmanaged
    {
        nint address = atEnd ? start + size - length * Unsafe.SizeOf<T>() : start;
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), address), length);
    }

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    private static extern int Protect(nint address, nuint length, int protection);
}
