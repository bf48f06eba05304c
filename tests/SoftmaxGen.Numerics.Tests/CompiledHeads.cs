using System.Runtime.Intrinsics.X86;
using ArmAdvSimd = System.Runtime.Intrinsics.Arm.AdvSimd;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The heads of Heads.cs by class count.</summary>
internal static class CompiledHeads
{
    /// <summary>This process has fused multiply-add, so the pinned bits are wanted, not only the bounds.</summary>
    public static bool Fused => Fma.IsSupported || ArmAdvSimd.IsSupported;

    public static HeadKernels Kernels(int classes) => HeadKernels.Bind(Type(classes));

    public static Type Type(int classes) =>
        System.Type.GetType($"{typeof(CompiledHeads).Namespace}.Head{classes}", throwOnError: true)!;
}
