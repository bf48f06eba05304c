using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>A generator from another assembly, which may have the same name as ours. Roslyn is the same for both.</summary>
internal static class OtherGenerator
{
    public static Func<IIncrementalGenerator> Load(string path)
    {
        var assembly = new OwnContext().LoadFromAssemblyPath(Path.GetFullPath(path));
        var type = assembly.GetTypes().Single(type => type.IsDefined(typeof(GeneratorAttribute)));
        return () => (IIncrementalGenerator)Activator.CreateInstance(type)!;
    }

    /// <summary>Finds nothing itself, so that whatever the assembly needs comes from this program.</summary>
    private sealed class OwnContext() : AssemblyLoadContext("other generator");
}
