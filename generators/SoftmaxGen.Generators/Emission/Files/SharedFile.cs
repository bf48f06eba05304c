using SoftmaxGen.Generators.Emission.Entries;
using SoftmaxGen.Generators.Emission.Functions;
using SoftmaxGen.Generators.Emission.Rows;
using SoftmaxGen.Generators.Emission.Shared;
using SoftmaxGen.Generators.Emission.Sigmoid;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Files;

/// <summary>A file that the kernels of several plans call.</summary>
internal static class SharedFile
{
    private const string Checks = "Checks";

    /// <summary>The class that holds what depends on the element type.</summary>
    public static string ClassOf(ElementType element) => element == ElementType.Float ? "Floats" : "Doubles";

    /// <summary>The classes whose members kernels call by their names.</summary>
    public static IReadOnlyList<string> ClassesFor(ElementType element) => [Checks, ClassOf(element)];

    public static string Render(SharedPart part)
    {
        var isChecks = part.Code == SharedCode.Checks;
        return GeneratedFile.OfClass(
            isChecks
                ? "// Shared by all heads: the checks of arguments, and what throws."
                : $"// Shared by heads of {part.Element.Keyword()}s: {Contents(part)}.",
            part.Code switch
            {
                SharedCode.Checks => "The checks of arguments, and what throws.",
                SharedCode.Numbers => $"What heads of {part.Element.Keyword()}s share.",
                _ => null,
            },
            isChecks ? Checks : ClassOf(part.Element),
            isChecks ? [] : [Checks],
            Members(part)
        );
    }

    private static string Contents(SharedPart part) =>
        part.Code switch
        {
            SharedCode.Numbers => "checks, constants, and functions of numbers",
            SharedCode.Vectors => "functions of vectors",
            SharedCode.Tiles => "what the kernels of a tile of rows call",
            SharedCode.Passes => "what passes over many rows call between them",
            SharedCode.ScalarRows => "the kernels of a row in loops without vectors",
            SharedCode.Outputs => "what is computed of each output of a sigmoid head",
            _ => $"labels that are made of {part.LabelType}",
        };

    private static string Members(SharedPart part)
    {
        var attributes = new Attributes(part.Target);
        var hasVectors = part.Target.Vectors.Count > 0;
        return part.Code switch
        {
            SharedCode.Checks => new ChecksTemplate(hasVectors, attributes).Render(),
            SharedCode.Numbers => Numbers(part.Element, hasVectors, attributes),
            SharedCode.Vectors => Each(part, lanes => new VectorFunctions(lanes, attributes).Render()),
            SharedCode.Tiles => Each(part, lanes => new TileFunctions(lanes).Render()),
            SharedCode.Passes => Each(part, lanes => new RowsFoldTemplate(lanes).Render()),
            SharedCode.ScalarRows => RowSection.OfSharedLoops(
                KernelPlanner.AnyInLoops(part.Element, part.Target),
                attributes
            ),
            SharedCode.Outputs => SharedOutputs.Render(part.Element, [.. Widths(part)]),
            _ => new LabelsTemplate(new LabelSpan(part.LabelType), part.Element, hasVectors, attributes).Render(),
        };
    }

    private static string Numbers(ElementType element, bool hasVectors, Attributes attributes)
    {
        var functions = new NumberFunctions(element, hasVectors);
        return CodeBlock.Stack(
            functions.Constants(),
            new ElementChecks(element, hasVectors, attributes).Render(),
            new LossSumTemplate(element, hasVectors, attributes).Render(),
            new TopKTemplate(LabelSpan.Indices, element, attributes).Render(),
            TopKTemplate.Shared(element),
            functions.Methods()
        );
    }

    /// <summary>The same for each width, widest first.</summary>
    private static string Each(SharedPart part, Func<VectorSyntax, string> render) =>
        CodeBlock.Stack(
            Widths(part)
                .Select(lanes =>
                    CodeBlock.Render(
                        $$"""
                        // ---- {{lanes.Class}}.

                        {{render(lanes)}}
                        """
                    )
                )
        );

    private static IEnumerable<VectorSyntax> Widths(SharedPart part) =>
        part
            .Target.Vectors.Reverse()
            .Select(bits => new VectorSyntax(
                ElementSyntax.Of(part.Element),
                bits / part.Element.Bits(),
                part.Target.PortableMath
            ));
}
