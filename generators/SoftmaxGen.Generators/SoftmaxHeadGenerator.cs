using System.Collections.Immutable;
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
        var targetCache = context.MetadataReferencesProvider.Collect().Select((_, _) => new TargetCache());
        var target = context
            .CompilationProvider.Combine(targetCache)
            .Select((pair, cancellation) => pair.Right.Read(pair.Left, cancellation))
            .WithTrackingName(TrackingNames.Target);

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
            .SelectMany((head, _) => head is null ? ImmutableArray<HeadModel>.Empty : ImmutableArray.Create(head));

        var ambiguousFiles = heads
            .Collect()
            .Select((all, _) => FileNames.Ambiguous(all.Select(head => head.FileName)))
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
