using SoftmaxGen.Generators.Emission.Batches;
using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Options;

/// <summary>The labels of as many rows as a vector has lanes, and what tables have for them.</summary>
internal static class LabelAccessTemplate
{
    /// <summary>What all plans share.</summary>
    public static string Shared(VectorSyntax lanes) => CodeBlock.Stack(Method(lanes), Elements(lanes, "internal"));

    /// <summary>What stands at the labels of as many rows as a vector has lanes.</summary>
    public static string Elements(VectorSyntax lanes, string access)
    {
        var elements = Enumerable
            .Range(0, lanes.Count)
            .Select(row => CodeBlock.Render($"ElementOfLabel(ref rows, ref labels, {row}, classes)"));
        return CodeBlock.Render(
            $$"""
            /// <summary>What stands at the labels of as many rows as a vector has lanes.</summary>
            {{Attributes.Inline}}
            {{access}} static {{lanes.Type}} ElementsOfLabels{{lanes.Suffix}}(ref {{lanes.T}} rows, ref int labels, nuint classes) =>
                {{lanes.Class}}.Create({{string.Join(", ", elements)}});
            """
        );
    }

    /// <summary>What stands at the label of one row.</summary>
    /// <param name="element">The type of elements.</param>
    /// <param name="access">Who may call the method.</param>
    /// <param name="index">The index of a label.</param>
    public static string Element(string element, string access, Func<string, string> index) =>
        CodeBlock.Render(
            $$"""
            /// <summary>What stands at the label of a row.</summary>
            {{Attributes.Inline}}
            {{access}} static ref {{element}} ElementOfLabel(ref {{element}} rows, ref int labels, nuint row, nuint classes) =>
                ref Unsafe.Add(ref Unsafe.Add(ref rows, row * classes), {{index("Unsafe.Add(ref labels, row)")}});
            """
        );

    /// <summary>What tables have for labels.</summary>
    public static string Lookups(KernelPlan plan, VectorSyntax lanes, bool gathersLabels) =>
        CodeBlock.Stack(
            plan.Options.Losses is { IsWeighted: true } losses
                ? CodeBlock.Stack(
                    Lookup(plan, lanes, "Weights", "What the targets count", OptionConstants.TargetFactor(losses)),
                    losses.Smoothing is null || !gathersLabels
                        ? ""
                        : Lookup(
                            plan,
                            lanes,
                            "Smoothing",
                            "What is added to the targets",
                            OptionConstants.Smoothing(losses)
                        )
                )
                : ""
        );

    /// <summary>An index from a label: rows that do not count may have one that is none.</summary>
    public static string Index(KernelPlan plan, string label) =>
        plan.Options.IgnoreIndex is { IsClass: false } ? $"IndexOf({label})" : label;

    /// <summary>Declares <c>weight</c>, what the targets of the labels count, where classes have weights.</summary>
    public static string Weights(KernelPlan plan, VectorSyntax lanes, BatchPlan batch) =>
        plan.Options.Losses is { IsWeighted: true }
            ? $"var weight = {TileOrder.InTile(batch, $"WeightsOfLabels{lanes.Suffix}(ref labels)")};"
            : "";

    /// <summary>The smoothed targets of the labels.</summary>
    public static string TargetOfLabels(KernelPlan plan, VectorSyntax lanes, BatchPlan batch) =>
        plan.Options.Losses is { IsWeighted: true }
            ? $"({TileOrder.InTile(batch, $"SmoothingOfLabels{lanes.Suffix}(ref labels)")} + weight)"
            : lanes.Constant(new LossFormula(plan).TargetOfRow);

    private static string Lookup(KernelPlan plan, VectorSyntax lanes, string name, string summary, string table)
    {
        var elements = Enumerable
            .Range(0, lanes.Count)
            .Select(row => row == 0 ? "labels" : CodeBlock.Render($"Unsafe.Add(ref labels, {row})"))
            .Select(label => $"{table}[{Index(plan, label)}]");
        return CodeBlock.Render(
            $$"""
            /// <summary>{{summary}} of as many labels as a vector has lanes.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} {{name}}OfLabels{{lanes.Suffix}}(ref int labels) =>
                {{lanes.Class}}.Create({{string.Join(", ", elements)}});
            """
        );
    }

    public static string Load(VectorSyntax lanes) =>
        lanes.Element.Integer == "int"
            ? $"{lanes.Class}.LoadUnsafe(ref labels)"
            : $"LoadLabels{lanes.Suffix}(ref labels)";

    /// <summary>Labels are half as wide as doubles.</summary>
    private static string Method(VectorSyntax lanes) =>
        lanes.Element.Integer == "int"
            ? ""
            : CodeBlock.Render(
                $$"""
                /// <summary>The labels of {{lanes.Count}} rows, as wide as logits.</summary>
                {{Attributes.Inline}}
                internal static {{lanes.IntType}} LoadLabels{{lanes.Suffix}}(ref int labels) =>
                    {{lanes.Class}}.WidenLower({{Narrow(lanes)}});
                """
            );

    private static string Narrow(VectorSyntax lanes) =>
        lanes.Bits switch
        {
            128 =>
                "Vector128.AsInt32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<int, byte>(ref labels))))",
            256 => "Vector128.ToVector256Unsafe(Vector128.LoadUnsafe(ref labels))",
            _ => "Vector256.ToVector512Unsafe(Vector256.LoadUnsafe(ref labels))",
        };
}
