using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Batches;

/// <summary>How a tile of rows comes into vectors of one class each, and back: in pieces of a few classes of a row.</summary>
internal sealed class ColumnsTemplate(KernelPlan plan, BatchPlan batch)
{
    private readonly VectorSyntax lanes = LaneSyntax.Of(batch);

    private int PieceClasses => lanes.PieceClasses;

    private string InWords => PieceClasses == 2 ? "Two" : "Four";

    private string Every => PieceClasses == 2 ? "second" : "fourth";

    private string T => lanes.T;

    private int Rows => batch.Lanes;

    private string Type => lanes.Type;

    public string Render() =>
        (batch.UnitClasses, batch.Lanes) switch
        {
            (0, _) => CodeBlock.Stack(LoadColumns(), StoreColumns(), LoadQuarters(), StoreQuarters()),
            (1, < 16) => new TriplesTemplate(lanes).Render(),
            _ => new UnitsTemplate(plan, batch).Render(),
        };

    private string LoadColumns()
    {
        var pieces = Pieces.Select(row => $"LoadQuarters{lanes.Suffix}({At(row)})");
        return CodeBlock.Render(
            $$"""
            /// <summary>{{InWords}} columns of as many rows: each vector has one class of every row.</summary>
            {{Attributes.Inline}}
            private static void LoadColumns{{lanes.Suffix}}(ref {{T}} rows, {{Each(
                "column",
                column => $"out {Type} {column}"
            )}})
            {
                {{CodeBlock.Lines(pieces.Select((piece, i) => CodeBlock.Render($"var rows{i} = {piece};")))}}
                Transpose({{Each("rows", rows => rows)}}, {{Each("column", column => $"out {column}")}});
            }
            """
        );
    }

    private string StoreColumns()
    {
        var stores = Pieces.Select(row => CodeBlock.Render($"StoreQuarters(rows{row}, {At(row)});"));
        return CodeBlock.Render(
            $$"""
            /// <summary>Stores {{InWords.ToLowerInvariant()}} columns of as many rows.</summary>
            {{Attributes.Inline}}
            private static void StoreColumns({{Each("column", column => $"{Type} {column}")}}, ref {{T}} rows)
            {
                Transpose({{Each("column", column => column)}}, {{Each("rows", rows => $"out var {rows}")}});
                {{CodeBlock.Lines(stores)}}
            }
            """
        );
    }

    private IEnumerable<int> Pieces => Enumerable.Range(0, PieceClasses);

    private string Each(string local, Func<string, string> value) =>
        string.Join(", ", Pieces.Select(piece => value(CodeBlock.Render($"{local}{piece}"))));

    private string At(int row) =>
        row == 0 ? "ref rows" : CodeBlock.Render($"ref Unsafe.Add(ref rows, {row * plan.Classes})");

    private string LoadQuarters() =>
        CodeBlock.Render(
            $$"""
            /// <summary>{{InWords}} classes of every {{Every}} row, a quarter of a vector each.</summary>
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
        lanes.Bits switch
        {
            128 => $"return {Piece(0)};",
            256 => $"return Vector256.Create({Piece(0)}, {Piece(1)});",
            _ => $$"""
                var quarters = Vector256.ToVector512Unsafe(Vector128.ToVector256Unsafe({{Piece(0)}}));
                quarters = Avx512F.InsertVector128(quarters, {{Piece(1)}}, 1);
                quarters = Avx512F.InsertVector128(quarters, {{Piece(2)}}, 2);
                return Avx512F.InsertVector128(quarters, {{Piece(3)}}, 3);
                """,
        };

    private string StoreBody() =>
        CodeBlock.Lines(
            Enumerable
                .Range(0, Rows / PieceClasses)
                .Select(i => $"Vector128.StoreUnsafe({Quarter(i)}, ref row{Offset(i)});")
        );

    private string Quarter(int i) =>
        (lanes.Bits, i) switch
        {
            (128, _) => "quarters",
            (256, 0) => "Vector256.GetLower(quarters)",
            (256, _) => "Vector256.GetUpper(quarters)",
            (_, 0) => lanes.Lowest128("quarters"),
            _ => CodeBlock.Render($"Avx512F.ExtractVector128(quarters, {i})"),
        };

    private string Piece(int quarter) => $"Vector128.LoadUnsafe(ref row{Offset(quarter)})";

    private string Offset(int quarter) =>
        quarter == 0 ? "" : CodeBlock.Render($", {quarter * PieceClasses * plan.Classes}");
}
