namespace SoftmaxGen.Generators.Emission;

/// <summary>A tile of rows of two classes: it fills two vectors, and its even elements are class 0.</summary>
internal sealed class PairsTemplate(VectorSyntax lanes)
{
    public string Render() =>
        CodeBlock.Stack(
            CodeBlock.Render(
                $$"""
                /// <summary>The two columns of {{lanes.Count}} rows.</summary>
                {{Attributes.Inline}}
                private static void LoadColumns{{lanes.Suffix}}(ref float rows, out {{lanes.Type}} column0, out {{lanes.Type}} column1)
                {
                    var lower = {{lanes.Load("rows", "0")}};
                    var upper = {{lanes.Load("rows", CodeBlock.Render($"{lanes.Count}"))}};
                    column0 = UnzipEven(lower, upper);
                    column1 = UnzipOdd(lower, upper);
                }

                /// <summary>Stores the two columns of {{lanes.Count}} rows.</summary>
                {{Attributes.Inline}}
                private static void StoreColumns({{lanes.Type}} column0, {{lanes.Type}} column1, ref float rows)
                {
                    ZipLow(column0, column1).StoreUnsafe(ref rows);
                    ZipHigh(column0, column1).StoreUnsafe(ref rows, {{lanes.Count}});
                }
                """
            ),
            ShuffleTemplate.Unzip(lanes, "Even"),
            ShuffleTemplate.Unzip(lanes, "Odd"),
            ShuffleTemplate.Zip(lanes, "Low"),
            ShuffleTemplate.Zip(lanes, "High")
        );
}
