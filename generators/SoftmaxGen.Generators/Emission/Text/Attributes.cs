using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Text;

/// <summary>The attributes of emitted methods. A method with neither would run as unoptimized code when it is first called.</summary>
internal sealed class Attributes(TargetModel target)
{
    public const string Inline = "[MethodImpl(AggressiveInlining)]";

    /// <summary>
    /// For the entry points, and for kernels that fill what the JIT is ready to inline in one method: compiled once, at full
    /// optimization. Inlined into a caller they would share its budget, and leave calls of unoptimized methods behind.
    /// </summary>
    public string Entry { get; } =
        target.AggressiveOptimization
            ? "[MethodImpl(NoInlining | AggressiveOptimization)]"
            : "[MethodImpl(NoInlining)]";

    /// <summary>For the kernels of a row.</summary>
    public string KernelOf(RowPlan row) => row.OwnMethods ? Entry : Inline;

    /// <summary>For the methods that throw. The JIT looks into them, and sees that they do not return.</summary>
    public string Throw { get; } = target.AggressiveOptimization ? "[MethodImpl(AggressiveOptimization)]" : "";
}
