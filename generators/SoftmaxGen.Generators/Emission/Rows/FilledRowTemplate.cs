using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Rows;

/// <summary>A row of two or three classes in a vector of four lanes.</summary>
internal static class FilledRowTemplate
{
    public static string Render(int classes, VectorSyntax lanes) => classes == 2 ? RepeatedPair(lanes) : Triple(lanes);

    /// <summary>A row of two classes fills a vector by itself, twice: there is nothing to fill up, and less to fold.</summary>
    private static string RepeatedPair(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The two classes of a row, twice.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LoadRow(ref float row) =>
                Vector128.AsSingle(Vector128.Create(Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref row))));

            {{Attributes.Inline}}
            private static void StoreRow({{lanes.Type}} v, ref float row) =>
                Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref row), Vector128.ToScalar(Vector128.AsDouble(v)));
            """
        );

    /// <summary>Two classes are read as one double: element by element would go through memory.</summary>
    private static string Triple(VectorSyntax lanes) =>
        CodeBlock.Render(
            $$"""
            /// <summary>The three classes of a row, then <paramref name="missing"/>.</summary>
            {{Attributes.Inline}}
            private static {{lanes.Type}} LoadRow(ref float row, float missing)
            {
                var two = Unsafe.ReadUnaligned<double>(ref Unsafe.As<float, byte>(ref row));
                var v = Vector128.AsSingle(Vector128.CreateScalarUnsafe(two));
                v = Vector128.WithElement(v, 2, Unsafe.Add(ref row, 2));
                return Vector128.WithElement(v, 3, missing);
            }

            {{Attributes.Inline}}
            private static void StoreRow({{lanes.Type}} v, ref float row)
            {
                Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref row), Vector128.ToScalar(Vector128.AsDouble(v)));
                Unsafe.Add(ref row, 2) = Vector128.GetElement(v, 2);
            }
            """
        );
}
