using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>
/// Spans as long as there can be, in little memory: the same pages again and again, one behind the other. They begin as zeros,
/// and what is written to one of them is in all.
/// </summary>
internal sealed class RepeatedMemory : IDisposable
{
    private const int Pages = 1 << 26;
    private const int ReadWrite = 3;
    private const int Shared = 1;
    private const int Fixed = 0x10;
    private const int PrivateAnonymousNotReserved = 0x4022;

    private readonly nint start;
    private readonly nint bytes;

    public RepeatedMemory(long atLeast)
    {
        bytes = checked((nint)((atLeast + Pages - 1) / Pages * Pages));
        start = Checked(Map(0, bytes, protection: 0, PrivateAnonymousNotReserved, file: -1, offset: 0));
        var file = (int)Checked(CreateFile("pages", flags: 0));
        Checked(Truncate(file, Pages));
        for (nint offset = 0; offset < bytes; offset += Pages)
        {
            Checked(Map(start + offset, Pages, ReadWrite, Shared | Fixed, file, offset: 0));
        }

        Checked(Close(file));
    }

    public Span<T> Span<T>(int length, long firstByte = 0)
        where T : struct
    {
        Assert.True(firstByte + ((long)length * Unsafe.SizeOf<T>()) <= bytes);
        ref var first = ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), start + (nint)firstByte);
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref first), length);
    }

    public void Dispose() => Checked(Unmap(start, bytes));

    private static nint Checked(nint result) => result == -1 ? throw new Win32Exception() : result;

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Map(nint address, nint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static extern int Unmap(nint address, nint length);

    [DllImport("libc", EntryPoint = "memfd_create", SetLastError = true)]
    private static extern int CreateFile([MarshalAs(UnmanagedType.LPUTF8Str)] string name, uint flags);

    [DllImport("libc", EntryPoint = "ftruncate", SetLastError = true)]
    private static extern int Truncate(int file, nint length);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int file);
}

/// <summary>Only Linux maps pages as often as one likes with these calls.</summary>
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() =>
        Skip = OperatingSystem.IsLinux() && Environment.Is64BitProcess ? null : "Linux only.";
}
