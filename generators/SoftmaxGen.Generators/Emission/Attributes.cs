using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The attributes of emitted methods. A method with neither would run as unoptimized code when it is first called.</summary>
internal sealed class Attributes(TargetModel target)
{
    public const string Inline = "[MethodImpl(AggressiveInlining)]";

    /// <summary>For the methods that are called and not inlined: compiled once, at full optimization.</summary>
    public string Optimize { get; } = target.AggressiveOptimization ? "[MethodImpl(AggressiveOptimization)]" : "";
}
