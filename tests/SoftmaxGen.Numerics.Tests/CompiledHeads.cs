using System.Runtime.Intrinsics.X86;
using ArmAdvSimd = System.Runtime.Intrinsics.Arm.AdvSimd;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The heads of Heads.cs by class count.</summary>
internal static class CompiledHeads
{
    /// <summary>Whether heads of floats give the pinned bits in this process: it has vectors.</summary>
    public static bool ArePinned => Sse2.IsSupported || ArmAdvSimd.IsSupported;

    /// <summary>Whether heads of doubles do too, which need fused multiply-add.</summary>
    public static bool DoublesArePinned => Fma.IsSupported || ArmAdvSimd.IsSupported;

    public static HeadKernels Kernels(int classes) => HeadKernels.Bind(Type(classes));

    public static Type Type(int classes) =>
        System.Type.GetType($"{typeof(CompiledHeads).Namespace}.Head{classes}", throwOnError: true)!;
}
