namespace SoftmaxGen.Numerics.Tests;

/// <summary>Heads whose classes are the members of an enum, of each underlying type; their order of declaration is any.</summary>
internal static partial class LabelHeads
{
    // csharpier-ignore-start
    internal enum OfInt { Rest = 2, Attack = 0, Flee = 3, Hide = 1 }
    internal enum OfByte : byte { C = 2, A = 0, B = 1 }
    internal enum OfSByte : sbyte { E = 4, B = 1, D = 3, A = 0, C = 2 }
    internal enum OfLong : long { B = 1, C = 2, A = 0 }
    internal enum OfULong : ulong { D = 3, A = 0, C = 2, B = 1 }
    internal enum OfUInt : uint { B = 1, A = 0, C = 2 }
    internal enum OfShort : short { C = 2, B = 1, E = 4, D = 3, A = 0 }
    internal enum OfUShort : ushort { C = 2, B = 1, A = 0 }

    [SoftmaxHead(Labels = typeof(OfInt))] internal static partial class Int;
    [SoftmaxHead(Labels = typeof(OfByte), IgnoreIndex = 1)] internal static partial class Byte;
    [SoftmaxHead(Labels = typeof(OfSByte), IgnoreIndex = -100, ClassWeights = new[] { 1.0, 2.0, 0.5, 0.0, 3.0 })] internal static partial class SByte;
    [SoftmaxHead(Labels = typeof(OfLong))] internal static partial class Long;
    [SoftmaxHead(Labels = typeof(OfULong), ClassWeights = new[] { 1.0, 2.0, 0.5, 0.7 })] internal static partial class ULong;
    [SoftmaxHead(Labels = typeof(OfUInt), LabelSmoothing = 0.1)] internal static partial class UInt;
    [SoftmaxHead(Labels = typeof(OfShort), IgnoreIndex = 4)] internal static partial class Short;
    [SoftmaxHead(Labels = typeof(OfUShort), IgnoreIndex = -1)] internal static partial class UShort;
    [SoftmaxHead(Labels = typeof(OfByte), Element = typeof(double), IgnoreIndex = 255)] internal static partial class DoubleByte;
    [SoftmaxHead(Labels = typeof(OfLong), Element = typeof(double), IgnoreIndex = -1, ClassWeights = new[] { 1.0, 2.0, 0.5 })] internal static partial class DoubleLong;
    // csharpier-ignore-end
}
