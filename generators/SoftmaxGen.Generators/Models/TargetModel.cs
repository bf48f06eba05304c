namespace SoftmaxGen.Generators.Models;

/// <summary>What the compilation's framework offers to emitted code, reduced to what changes the text.</summary>
/// <param name="Vectors">The vector widths in bits whose whole API is there, ascending: 128, 256, 512.</param>
/// <param name="PortableMath">Whether vectors of every width have <c>FusedMultiplyAdd</c> and <c>MaxNative</c> (.NET 9).</param>
/// <param name="AggressiveOptimization">Whether <c>MethodImplOptions.AggressiveOptimization</c> exists (.NET Core 3.0).</param>
internal sealed record TargetModel(EquatableArray<int> Vectors, bool PortableMath, bool AggressiveOptimization)
{
    /// <summary>Whether the framework's types are there that all emitted code uses.</summary>
    public bool HasSpans { get; init; } = true;

    /// <summary>Whether the package's types are there that all emitted code uses.</summary>
    public bool HasPackage { get; init; } = true;

    /// <summary>Whether emitted code would compile at all; where it would not, there is none.</summary>
    public bool TakesCode => HasSpans && HasPackage;
}
