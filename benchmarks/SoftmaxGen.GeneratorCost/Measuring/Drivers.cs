using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Generators;

namespace SoftmaxGen.GeneratorCost.Measuring;

/// <summary>Runs generators as a compiler or an editor does.</summary>
internal static class Drivers
{
    public static GeneratorDriver Create(
        IIncrementalGenerator generator,
        CSharpCompilation compilation,
        bool track = false
    ) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, track)
        );

    /// <summary>Writes all heads with a driver that knows nothing.</summary>
    public static GeneratorDriver Generate(CSharpCompilation compilation, IIncrementalGenerator? generator = null) =>
        Create(generator ?? new SoftmaxHeadGenerator(), compilation).RunGenerators(compilation);

    /// <summary>The length of all files that a run wrote.</summary>
    public static long EmittedCharacters(GeneratorDriver driver) =>
        ResultOf(driver).GeneratedSources.Sum(file => (long)file.SourceText.Length);

    /// <summary>What a run gave. A generator that fails would look fast.</summary>
    public static GeneratorRunResult ResultOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is null
            ? result
            : throw new InvalidOperationException("The generator failed.", result.Exception);
    }
}
