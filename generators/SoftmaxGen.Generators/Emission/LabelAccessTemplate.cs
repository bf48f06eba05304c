namespace SoftmaxGen.Generators.Emission;

/// <summary>The labels of as many rows as a vector has lanes, as integers of the size of the elements.</summary>
internal static class LabelAccessTemplate
{
    public static string Load(VectorSyntax lanes) =>
        lanes.Element.Integer == "int"
            ? $"{lanes.Class}.LoadUnsafe(ref labels)"
            : $"LoadLabels{lanes.Suffix}(ref labels)";

    /// <summary>Labels are half as wide as doubles.</summary>
    public static string Method(VectorSyntax lanes) =>
        lanes.Element.Integer == "int"
            ? ""
            : CodeBlock.Render(
                $$"""
                /// <summary>The labels of {{lanes.Count}} rows, as wide as logits.</summary>
                {{Attributes.Inline}}
                private static {{lanes.IntType}} LoadLabels{{lanes.Suffix}}(ref int labels) =>
                    {{lanes.Class}}.WidenLower({{Narrow(lanes)}});
                """
            );

    private static string Narrow(VectorSyntax lanes) =>
        lanes.Bits switch
        {
            128 =>
                "Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<int, byte>(ref labels))).AsInt32()",
            256 => "Vector128.LoadUnsafe(ref labels).ToVector256Unsafe()",
            _ => "Vector256.LoadUnsafe(ref labels).ToVector512Unsafe()",
        };
}
