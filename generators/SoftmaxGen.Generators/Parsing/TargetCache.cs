using Microsoft.CodeAnalysis;
using SoftmaxGen.Generators.Models;

namespace SoftmaxGen.Generators.Parsing;

/// <summary>
/// Reads the target once for a set of references, which keystrokes leave as it is. The pipeline makes a new one of these when a
/// reference changes.
/// </summary>
internal sealed class TargetCache
{
    private Known? known;

    public TargetModel Read(Compilation compilation, CancellationToken cancellation)
    {
        // What the source declares itself may change with every keystroke.
        if (TargetReader.DeclaresAny(compilation.Assembly))
        {
            return TargetReader.Read(compilation, cancellation);
        }

        // Internal types of a reference can be used by the friends that it names.
        var assembly = compilation.Assembly.Identity;
        if (known is not { } last || !last.Assembly.Equals(assembly))
        {
            known = last = new Known(assembly, TargetReader.Read(compilation, cancellation));
        }

        return last.Target;
    }

    private sealed record Known(AssemblyIdentity Assembly, TargetModel Target);
}
