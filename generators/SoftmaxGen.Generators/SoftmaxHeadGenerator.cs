using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Generators.Emission.Api;
using SoftmaxGen.Generators.Emission.Files;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators;

/// <summary>
/// Writes the members of every type that carries <c>[SoftmaxHead]</c> or <c>[SigmoidHead]</c>, and once for all of them the kernels that
/// these call: heads, plans, parts, files.
/// </summary>
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

        var softmax = Register(context, HeadParser.SoftmaxAttribute, target);
        var sigmoid = Register(context, HeadParser.SigmoidAttribute, target);

        var shared = softmax
            .Collect()
            .Combine(sigmoid.Collect())
            .SelectMany((kernels, _) => PartPlanner.Shared(kernels.Left.Concat(kernels.Right)))
            .WithTrackingName(TrackingNames.Shared);

        context.RegisterSourceOutput(
            shared,
            (output, part) =>
                output.AddSource(FileNames.Of(part), SourceText.From(SharedFile.Render(part), Encoding.UTF8))
        );
    }

    /// <summary>The files of the heads with one of the attributes, and their kernels.</summary>
    private static IncrementalValuesProvider<KernelPart> Register(
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
            .Where(pair => pair.Right.TakesCode)
            .Select((pair, _) => HeadPlanner.Plan(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Plan);

        var kernels = plans
            .Collect()
            .SelectMany((all, _) => PartPlanner.Kernels(all))
            .WithTrackingName(TrackingNames.Kernels);

        var memo = context.ParseOptionsProvider.Select((_, _) => new TextMemo());

        context.RegisterSourceOutput(
            plans.Combine(ambiguousFiles).WithTrackingName(TrackingNames.Emit),
            (output, head) =>
                output.AddSource(
                    FileNames.Of(head.Left.Head, head.Right),
                    SourceText.From(HeadFile.Render(head.Left), Encoding.UTF8)
                )
        );
        context.RegisterSourceOutput(
            kernels.Combine(memo),
            (output, kernel) => output.AddSource(FileNames.Of(kernel.Left), kernel.Right.Of(kernel.Left))
        );
        return kernels;
    }
}
