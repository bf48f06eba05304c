using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// The loops over the rows of a batch: many rows at once as long as there are so many, then row by row. A batch gives what
/// its rows give, bit for bit.
/// </summary>
/// <param name="row">How single rows are written.</param>
/// <param name="batch">How many rows are computed at once; null for scalar code, which takes row by row.</param>
internal sealed class BatchTemplate(LaneSyntax row, BatchPlan? batch)
{
    private readonly LaneSyntax lanes = batch is null ? row : new VectorSyntax(batch.Lanes, batch.PortableMath);

    public string Render() =>
        CodeBlock.Stack(
            Softmax(),
            LogSoftmax(),
            Predict(),
            LabelLosses(),
            TargetLosses(),
            LabelLossesFromProbabilities(),
            TargetLossesFromProbabilities(),
            LabelGradients(),
            TargetGradients()
        );

    private string Softmax() =>
        Method(
            "Softmax",
            [lanes.Input("logits"), lanes.Output("probabilities")],
            many: Many("Softmax", "", "logits", "probabilities"),
            single: $"{Single("Softmax")}({Rows("logits", "probabilities")});"
        );

    private string LogSoftmax() =>
        Method(
            "LogSoftmax",
            [lanes.Input("logits"), lanes.Output("logProbabilities")],
            many: Many("LogSoftmax", "", "logits", "logProbabilities"),
            single: $"{Single("LogSoftmax")}({Rows("logits", "logProbabilities")});"
        );

    private string Predict() =>
        Method(
            "Predict",
            [lanes.Input("scores"), lanes.LabelOutput("labels")],
            many: null,
            single: $"{lanes.ElementOf("labels")} = {Single("Predict")}({Rows("scores")});"
        );

    private string LabelLosses() =>
        Method(
            "LabelLosses",
            [lanes.Input("logits"), lanes.LabelInput("labels"), lanes.Output("losses")],
            many: Many("LabelLosses", "", "logits", "labels", "losses"),
            single: $"{lanes.ElementOf("losses")} = {Single("LabelLoss")}({Rows("logits")}, {lanes.ElementOf("labels")});"
        );

    private string TargetLosses() =>
        Method(
            "TargetLosses",
            [lanes.Input("logits"), lanes.Input("targets"), lanes.Output("losses")],
            many: null,
            single: $"{lanes.ElementOf("losses")} = {Single("TargetLoss")}({Rows("logits", "targets")});"
        );

    private string LabelLossesFromProbabilities() =>
        Method(
            "LabelLossesFromProbabilities",
            [lanes.Input("probabilities"), lanes.LabelInput("labels"), lanes.Output("losses")],
            many: batch is null
                ? null
                : ManyRows(
                    $"({lanes.Zero} - Log(ElementsOfLabels{lanes.Suffix}({Rows("probabilities")}, {Elements("labels")}))).StoreUnsafe(ref losses, row);"
                ),
            single: batch is null
                ? "losses[row] = (float)(0.0 - Log((double)RowOf(probabilities, row)[labels[row]]));"
                : $"Unsafe.Add(ref losses, row) = 0f - Log(Vector128.CreateScalar(Unsafe.Add({Rows("probabilities")}, Unsafe.Add(ref labels, row)))).ToScalar();"
        );

    private string TargetLossesFromProbabilities() =>
        Method(
            "TargetLossesFromProbabilities",
            [lanes.Input("probabilities"), lanes.Input("targets"), lanes.Output("losses")],
            many: null,
            single: $"{lanes.ElementOf("losses")} = {Single("LossFromProbabilities")}({Rows("probabilities", "targets")});"
        );

    private string LabelGradients() =>
        Method(
            "LabelGradients",
            [
                lanes.Input("logits"),
                lanes.LabelInput("labels"),
                lanes.Output("gradients"),
                lanes.Output("losses"),
                "float scale",
            ],
            many: Many("LabelGradients", ", scale", "logits", "labels", "gradients", "losses"),
            single: $"{lanes.ElementOf("losses")} = {Single("LabelGradient")}({Rows("logits", "gradients")}, {lanes.ElementOf("labels")}, scale);"
        );

    private string TargetGradients() =>
        Method(
            "TargetGradients",
            [
                lanes.Input("logits"),
                lanes.Input("targets"),
                lanes.Output("gradients"),
                lanes.Output("losses"),
                "float scale",
            ],
            many: null,
            single: $"{lanes.ElementOf("losses")} = {Single("TargetGradient")}({Rows("logits", "targets", "gradients")}, scale);"
        );

    /// <summary>Statements that compute as many rows as are taken at once, as long as there are so many.</summary>
    private string? Many(string kernel, string others, params string[] batches) =>
        batch is null || batch.Shape == BatchShape.RowByRow
            ? null
            : CodeBlock.Render(
                $$"""
                if (rows >= {{batch.Lanes}})
                {
                    {{kernel}}{{(batch.Shape == BatchShape.Tiled ? "Tiles" : "Many")}}{{lanes.Suffix}}({{string.Join(", ", batches.Select(name => $"ref {name}"))}}{{others}}, rows);
                }

                var row = rows / {{batch.Lanes}} * {{batch.Lanes}};
                """
            );

    private string Single(string kernel) => kernel + row.Suffix;

    private string Rows(params string[] batches) => string.Join(", ", batches.Select(lanes.RowOf));

    private string Elements(string values) => $"ref {lanes.ElementOf(values)}";

    private string Method(string kernel, string[] parameters, string? many, string single) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            private static void {{kernel}}Batch{{lanes.Suffix}}({{string.Join(
                ", ",
                parameters
            )}}, {{lanes.Index}} rows)
            {
                {{(many is null ? "" : many + "\n\n")}}
                for ({{(many is null ? $"{lanes.Index} row = 0" : "")}}; row < rows; row++)
                {
                    {{single}}
                }
            }
            """
        );

    private string ManyRows(string step) =>
        CodeBlock.Render(
            $$"""
            nuint row = 0;
            for (; row + {{batch!.Lanes}} <= rows; row += {{batch.Lanes}})
            {
                {{step}}
            }
            """
        );
}
