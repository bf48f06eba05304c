using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SoftmaxGen.Generators.Emission;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators;

/// <summary>Writes the kernels of every type that carries <c>[SoftmaxHead]</c> or <c>[SigmoidHead]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SoftmaxHeadGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var target = context.CompilationProvider.Select(TargetReader.Read).WithTrackingName(TrackingNames.Target);

        Register(context, HeadParser.SoftmaxAttribute, target);
        Register(context, HeadParser.SigmoidAttribute, target);
    }

    private static void Register(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        IncrementalValueProvider<TargetModel> target
    )
    {
        var heads = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                (node, _) => node is TypeDeclarationSyntax,
                HeadParser.Parse
            )
            .WithTrackingName(TrackingNames.Parse)
            .Where(head => head is not null)
            .Select((head, _) => head!);

        var ambiguousFiles = heads
            .Select((head, _) => head.FileName)
            .Collect()
            .Select((names, _) => FileNames.Ambiguous(names))
            .WithTrackingName(TrackingNames.FileNames);

        var plans = heads
            .Combine(target)
            .Select((pair, _) => HeadPlanner.Plan(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Plan);

        var files = plans.Combine(ambiguousFiles).WithTrackingName(TrackingNames.Emit);

        context.RegisterSourceOutput(
            files,
            (output, file) =>
            {
                var (plan, ambiguous) = file;
                if (plan.Target.HasSpans)
                {
                    output.AddSource(FileNames.Of(plan.Head, ambiguous), HeadEmitter.Emit(plan));
                }
            }
        );
    }
}
