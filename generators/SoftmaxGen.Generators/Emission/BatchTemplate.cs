using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>
/// The loops over the rows of a batch: many rows at once, and row by row what they leave, too few or with large logits. A
/// batch gives what its rows give, bit for bit.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="row">How single rows are written.</param>
/// <param name="batch">How many rows are computed at once; null for scalar code, which takes row by row.</param>
/// <param name="attributes">The attributes of methods that are not inlined.</param>
internal sealed class BatchTemplate(KernelPlan plan, LaneSyntax row, BatchPlan? batch, Attributes attributes)
{
    private readonly LaneSyntax lanes = batch is null ? row : LaneSyntax.Of(batch);

    private readonly LossFormula formula = new(plan);

    private string T => lanes.T;

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
            many: Many("Softmax", "", "logits", "probabilities") ?? Streamed("Softmax", "logits", "probabilities"),
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
            many: Many("LabelLosses", "", "logits", "labels", "losses")
                ?? Streamed("LabelLosses", "logits", "labels", "losses"),
            single: $"{lanes.ElementOf("losses")} = {Single("LabelLoss")}({Rows("logits")}, {Label});"
        );

    private string Label => LabelAccessTemplate.Index(plan, lanes.ElementOf("labels"));

    private string TargetLosses() =>
        Method(
            "TargetLosses",
            [lanes.Input("logits"), lanes.Input("targets"), lanes.Output("losses")],
            many: null,
            single: $"{lanes.ElementOf("losses")} = {Single("TargetLoss")}({Rows("logits", "targets")});"
        );

    private string LabelLossesFromProbabilities() =>
        formula.IsSmoothed
            ? Method(
                "LabelLossesFromProbabilities",
                [lanes.Input("probabilities"), lanes.LabelInput("labels"), lanes.Output("losses")],
                many: null,
                single: $"{lanes.ElementOf("losses")} = {Single("LabelLossFromProbabilities")}({Rows("probabilities")}, {Label});"
            )
            : LogarithmsOfLabels();

    /// <summary>Nothing but logarithms, of as many rows as a vector has lanes.</summary>
    private string LogarithmsOfLabels() =>
        Method(
            Attributes.Inline,
            "LabelLossesFromProbabilitiesBatch",
            [lanes.Input("probabilities"), lanes.LabelInput("labels"), lanes.Output("losses")],
            batch is null
                ? RowByRow(ScalarLogarithm())
                : CodeBlock.Render(
                    $$"""
                    nuint row = 0;
                    for (; row + {{batch.Lanes}} <= rows; row += {{batch.Lanes}})
                    {
                        {{VectorLogarithms()}}
                    }

                    for (; row < rows; row++)
                    {
                        {{NumberLogarithm()}}
                    }
                    """
                )
        );

    private string ScalarLogarithm() =>
        CodeBlock.Lines(
            WeightOfNumber,
            $"losses[row] = {Weighted(LossTemplate.OfProbability((ScalarSyntax)row, $"RowOf(probabilities, row)[{Label}]"))};"
        );

    private string VectorLogarithms() =>
        CodeBlock.Lines(
            formula.IsWeighted ? $"var weight = WeightsOfLabels{lanes.Suffix}({Elements("labels")});" : "",
            $"({Weighted($"{lanes.Zero} - Log(ElementsOfLabels{lanes.Suffix}({Rows("probabilities")}, {Elements("labels")}))")}).StoreUnsafe(ref losses, row);"
        );

    private string NumberLogarithm() =>
        CodeBlock.Lines(
            WeightOfNumber,
            $"{lanes.ElementOf("losses")} = {Weighted(LossTemplate.OfProbability(lanes.Element, $"Unsafe.Add({Rows("probabilities")}, {Label})"))};"
        );

    private string Weighted(string loss) =>
        !formula.IsWeighted ? loss
        : formula.IsMasked ? formula.Times("weight", loss)
        : formula.Times("weight", $"({loss})");

    private string WeightOfNumber => formula.WeightOf(Label);

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
                $"{T} scale",
            ],
            many: Many("LabelGradients", ", scale", "logits", "labels", "gradients", "losses"),
            single: $"{lanes.ElementOf("losses")} = {Single("LabelGradient")}({Rows("logits", "gradients")}, {Label}, scale);"
        );

    private string TargetGradients() =>
        Method(
            "TargetGradients",
            [
                lanes.Input("logits"),
                lanes.Input("targets"),
                lanes.Output("gradients"),
                lanes.Output("losses"),
                $"{T} scale",
            ],
            many: null,
            single: $"{lanes.ElementOf("losses")} = {Single("TargetGradient")}({Rows("logits", "targets", "gradients")}, scale);"
        );

    /// <summary>A call that computes rows as long as there are enough, and gives how many are left.</summary>
    private string? Many(string kernel, string others, params string[] batches) =>
        batch is null || batch.Shape == BatchShape.RowByRow
            ? null
            : Run($"{kernel}{(batch.Shape == BatchShape.Tiled ? "Tiles" : "Many")}", others, batches);

    /// <summary>The same for long rows, of which one is enough.</summary>
    private string? Streamed(string kernel, params string[] batches) =>
        batch is null ? null : Run($"{kernel}Rows", "", batches);

    private string Run(string kernel, string others, string[] batches) =>
        $"{kernel}{lanes.Suffix}({string.Join(", ", batches.Select(ArgumentOf))}{others}, rows - row)";

    private static bool HasOnePerRow(string name) => name is "labels" or "losses";

    private string Single(string kernel) => kernel + row.Suffix;

    private string Rows(params string[] batches) => string.Join(", ", batches.Select(lanes.RowOf));

    private string Elements(string values) => $"ref {lanes.ElementOf(values)}";

    /// <summary>A loop over single rows, or runs of many rows as long as there are enough.</summary>
    private string Method(string kernel, string[] parameters, string? many, string single) =>
        many is null
            ? Method(Attributes.Inline, $"{kernel}Batch", parameters, RowByRow(single))
            : CodeBlock.Stack(
                Method(Attributes.Inline, $"{kernel}Batch", parameters, InRuns(kernel, parameters, many)),
                Method(attributes.Entry, $"{kernel}Singly", parameters, RowByRow(single))
            );

    private string Method(string attribute, string name, string[] parameters, string body) =>
        CodeBlock.Render(
            $$"""
            {{attribute}}
            private static void {{name}}{{lanes.Suffix}}({{string.Join(", ", parameters)}}, {{lanes.Index}} rows)
            {
                {{body}}
            }
            """
        );

    private string RowByRow(string single) =>
        CodeBlock.Render(
            $$"""
            for ({{lanes.Index}} row = 0; row < rows; row++)
            {
                {{single}}
            }
            """
        );

    /// <summary>Single rows are a method of their own, which is compiled when there are any.</summary>
    private string InRuns(string kernel, string[] parameters, string many)
    {
        var arguments = parameters.Select(parameter => ArgumentOf(parameter.Substring(parameter.LastIndexOf(' ') + 1)));
        var singly = $"{kernel}Singly{lanes.Suffix}({string.Join(", ", arguments)}";
        return CodeBlock.Render(
            $$"""
            nuint row = 0;
            while (row < rows)
            {
                {{(batch!.Shape == BatchShape.RowByRow ? LongRows(many, singly) : ManyAtOnce(many, singly))}}
            }
            """
        );
    }

    private string ManyAtOnce(string many, string singly) =>
        CodeBlock.Render(
            $$"""
            if (rows - row >= {{batch!.Lanes}})
            {
                row = rows - {{many}};
            }

            // What is left: too few rows, or a large logit among them.
            if (row < rows)
            {
                var end = Math.Min(row + {{batch.Lanes}}, rows);
                {{singly}}, end - row);
                row = end;
            }
            """
        );

    private static string LongRows(string many, string singly) =>
        CodeBlock.Render(
            $$"""
            row = rows - {{many}};
            if (row < rows)
            {
                // A row with a large logit.
                {{singly}}, 1);
                row++;
            }
            """
        );

    private string ArgumentOf(string name) =>
        name == "scale" ? name
        : HasOnePerRow(name) ? Elements(name)
        : Rows(name);
}
