using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>The upper levels of a long canonical sum.</summary>
internal static class CascadeTemplate
{
    public static string Struct(RowPlan row)
    {
        var lanes = LaneSyntax.Of(row);
        var parts = Enumerable.Range(0, CanonicalSum.Parts(row.Lanes)).ToList();
        var levels = Enumerable.Range(1, row.CascadeLevels).ToList();
        var parameters = string.Join(", ", parts.Select(part => $"{lanes.Type} {Part(part)}"));
        var fields = levels.Select(level =>
            $"private {lanes.Type} {string.Join(", ", parts.Select(part => Field(level, part)))};"
        );
        var totals = parts
            .Select(part => string.Join(" + ", levels.Select(level => Field(level, part)).Prepend(Part(part))))
            .ToList();
        return CodeBlock.Render(
            $$"""
            /// <summary>
            /// The upper levels of a sum over blocks of 16 classes. A level moves up after eight additions, so that the rounding
            /// error of a long row grows with the logarithm of its length.
            /// </summary>
            private struct Cascade{{lanes.Suffix}}
            {
                {{CodeBlock.Lines(fields)}}

                /// <summary>Adds the sums of eight blocks, of which the last ends before class <paramref name="end"/>.</summary>
                {{Attributes.Inline}}
                public void Add({{parameters}}, nuint end)
                {
                    {{CodeBlock.Lines(parts.Select(part => $"{Field(1, part)} += {Part(part)};"))}}
                    {{CodeBlock.Lines(levels.Skip(1).Select(level => MoveUp(lanes, level, parts)))}}
                }

                /// <summary>All levels and the blocks that have not moved up, folded to the lanes of one vector.</summary>
                {{Attributes.Inline}}
                public readonly {{lanes.Type}} Total({{parameters}}) =>
                    {{CanonicalSum.Fold(totals, parts.Count)}};
            }
            """
        );
    }

    private static string MoveUp(LaneSyntax lanes, int level, List<int> parts)
    {
        var span = KernelPlanner.BlockClasses;
        for (var i = 0; i < level; i++)
        {
            span *= KernelPlanner.CascadeBase;
        }

        return CodeBlock.Render(
            $$"""
            if (end % {{span}} == 0)
            {
                {{CodeBlock.Lines(parts.Select(part => $"{Field(level, part)} += {Field(level - 1, part)};"))}}
                {{string.Join(" = ", parts.Select(part => Field(level - 1, part)))}} = {{lanes.Zero}};
            }
            """
        );
    }

    private static string Part(int part) => CodeBlock.Render($"sum{part}");

    private static string Field(int level, int part) => CodeBlock.Render($"level{level}Sum{part}");
}
