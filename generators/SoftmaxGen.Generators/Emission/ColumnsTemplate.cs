using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>How a tile of rows comes into vectors of one class each, and back: in pieces of four classes of a row.</summary>
internal sealed class ColumnsTemplate(KernelPlan plan, BatchPlan batch)
{
    private const int PieceClasses = 4;

    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private string T => lanes.T;

    private int Rows => batch.Lanes;

    private string Type => lanes.Type;

    public string Render() =>
        (batch.UnitClasses, batch.Lanes) switch
        {
            (0, _) => CodeBlock.Stack(
                LoadColumns(),
                StoreColumns(),
                LoadQuarters(),
                StoreQuarters(),
                ShuffleTemplate.OfUnits(lanes, PieceClasses)
            ),
            (1, < 16) => new TriplesTemplate(lanes).Render(),
            _ => new UnitsTemplate(plan, batch).Render(),
        };

    private string LoadColumns()
    {
        var pieces = Enumerable.Range(0, PieceClasses).Select(row => $"LoadQuarters{lanes.Suffix}({At(row)})");
        return CodeBlock.Render(
            $$"""
            /// <summary>Four columns of {{Rows}} rows: each vector has one class of every row.</summary>
            {{Attributes.Inline}}
            private static void LoadColumns{{lanes.Suffix}}(ref {{T}} rows, out {{Type}} column0, out {{Type}} column1, out {{Type}} column2, out {{Type}} column3)
            {
                {{CodeBlock.Lines(pieces.Select((piece, i) => CodeBlock.Render($"var rows{i} = {piece};")))}}
                Transpose(rows0, rows1, rows2, rows3, out column0, out column1, out column2, out column3);
            }
            """
        );
    }

    private string StoreColumns()
    {
        var stores = Enumerable
            .Range(0, PieceClasses)
            .Select(row => CodeBlock.Render($"StoreQuarters(rows{row}, {At(row)});"));
        return CodeBlock.Render(
            $$"""
            /// <summary>Stores four columns of {{Rows}} rows.</summary>
            {{Attributes.Inline}}
            private static void StoreColumns({{Type}} column0, {{Type}} column1, {{Type}} column2, {{Type}} column3, ref {{T}} rows)
            {
                Transpose(column0, column1, column2, column3, out var rows0, out var rows1, out var rows2, out var rows3);
                {{CodeBlock.Lines(stores)}}
            }
            """
        );
    }

    private string At(int row) =>
        row == 0 ? "ref rows" : CodeBlock.Render($"ref Unsafe.Add(ref rows, {row * plan.Classes})");

    private string LoadQuarters() =>
        CodeBlock.Render(
            $$"""
            /// <summary>Four classes of every fourth row, a quarter of a vector each.</summary>
            {{Attributes.Inline}}
            private static {{Type}} LoadQuarters{{lanes.Suffix}}(ref {{T}} row)
            {
                {{LoadBody()}}
            }
            """
        );

    private string StoreQuarters() =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void StoreQuarters({{Type}} quarters, ref {{T}} row)
            {
                {{StoreBody()}}
            }
            """
        );

    private string LoadBody() =>
        Rows switch
        {
            4 => $"return {Piece(0)};",
            8 => $"return Vector256.Create({Piece(0)}, {Piece(1)});",
            _ => $$"""
                var quarters = {{Piece(0)}}.ToVector256Unsafe().ToVector512Unsafe();
                quarters = Avx512F.InsertVector128(quarters, {{Piece(1)}}, 1);
                quarters = Avx512F.InsertVector128(quarters, {{Piece(2)}}, 2);
                return Avx512F.InsertVector128(quarters, {{Piece(3)}}, 3);
                """,
        };

    private string StoreBody() =>
        CodeBlock.Lines(Enumerable.Range(0, Rows / 4).Select(i => $"{Quarter(i)}.StoreUnsafe(ref row{Offset(i)});"));

    private string Quarter(int i) =>
        (Rows, i) switch
        {
            (4, _) => "quarters",
            (8, 0) => "quarters.GetLower()",
            (8, _) => "quarters.GetUpper()",
            (_, 0) => "quarters.GetLower().GetLower()",
            _ => CodeBlock.Render($"Avx512F.ExtractVector128(quarters, {i})"),
        };

    private string Piece(int quarter) => $"Vector128.LoadUnsafe(ref row{Offset(quarter)})";

    private string Offset(int quarter) =>
        quarter == 0 ? "" : CodeBlock.Render($", {quarter * PieceClasses * plan.Classes}");
}
