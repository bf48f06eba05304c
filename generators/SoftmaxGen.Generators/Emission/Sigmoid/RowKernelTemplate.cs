using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The kernels of a row in one width.</summary>
internal sealed class RowKernelTemplate(OutputRow row, bool isWeighted)
{
    private VectorSyntax Lanes => row.Lanes;

    private string T => Lanes.T;

    public string Render(OutputKernel kernel) => kernel.HasLoss ? Loss(kernel) : Map(kernel);

    private string Map(OutputKernel kernel)
    {
        var parameters = $"ref {T} {kernel.Inputs[0].Row}, ref {T} {kernel.Output}";
        return row.IsLooped
            ? CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static void {{kernel.Name}}{{Lanes.Suffix}}({{parameters}}) =>
                    {{kernel.Flat}}{{Lanes.Suffix}}(ref {{kernel.Inputs[0].Row}}, ref {{kernel.Output}}, Outputs);
                """
            )
            : CodeBlock.Render(
                $$"""
                {{Attributes.Inline}}
                private static void {{kernel.Name}}{{Lanes.Suffix}}({{parameters}})
                {
                    {{Loads(kernel, row.Behind)}}
                    {{CodeBlock.Lines(row.Behind.Select(slot => Compute(kernel, slot)))}}
                }
                """
            );
    }

    private string Loss(OutputKernel kernel)
    {
        var parameters = kernel.Inputs.Select(input => $"ref {T} {input.Row}");
        parameters = kernel.IsGradient ? parameters.Concat([$"ref {T} {kernel.Output}", $"{T} factor"]) : parameters;
        return CodeBlock.Render(
            $$"""
            {{(kernel.IsGradient ? "/// <summary>Writes the gradient, times <paramref name=\"factor\"/>, and returns the loss.</summary>" : "")}}
            {{Attributes.Inline}}
            private static {{T}} {{kernel.Name}}{{Lanes.Suffix}}({{string.Join(", ", parameters)}})
            {
                {{(
                isWeighted
                    ? $"ref var weights = ref MemoryMarshal.GetReference({OutputConstants.PositiveWeights});"
                    : ""
            )}}
                {{(kernel.IsGradient ? $"var each = {Lanes.Constant("factor")};" : "")}}
                var sums = default(OutputSums{{Lanes.Suffix}});
                {{(row.IsLooped ? LoopedSums(kernel) : Sums(kernel, row.Behind))}}
                return sums.Mean(Outputs);
            }
            """
        );
    }

    /// <summary>A last vector that overlaps is read before a loop writes.</summary>
    private string LoopedSums(OutputKernel kernel)
    {
        var early = kernel.IsGradient ? row.Behind.Where(slot => slot.IsPart).ToList() : [];
        return CodeBlock.Render(
            $$"""
            {{Loads(kernel, early)}}
            for (nuint i = 0; i < {{row.LoopEnd}}; i += {{row.LoopStep}})
            {
                {{Sums(kernel, row.Turn)}}
            }

            {{Loads(kernel, row.Behind.Except(early))}}
            {{Added(kernel, row.Behind)}}
            """
        );
    }

    private string Sums(OutputKernel kernel, IReadOnlyList<OutputRow.Slot> slots) =>
        CodeBlock.Lines(Loads(kernel, slots), Added(kernel, slots));

    private string Added(OutputKernel kernel, IReadOnlyList<OutputRow.Slot> slots)
    {
        var atOnce = OutputSumsTemplate.VectorsPerAdd(Lanes.Count);
        var additions = Enumerable
            .Range(0, (slots.Count + atOnce - 1) / atOnce)
            .Select(add => slots.Skip(add * atOnce).Take(atOnce).Select(LossOf).ToList())
            .Select(losses =>
                $"sums.Add({string.Join(", ", losses.Concat(Enumerable.Repeat(Lanes.Zero, atOnce - losses.Count)))});"
            );
        return CodeBlock.Lines(slots.Select(slot => Compute(kernel, slot)).Concat(additions));
    }

    private static string LossOf(OutputRow.Slot slot) => slot.IsPart ? $"Tail(loss{slot.Name})" : $"loss{slot.Name}";

    private string Loads(OutputKernel kernel, IEnumerable<OutputRow.Slot> slots) =>
        CodeBlock.Lines(
            Inputs(kernel)
                .SelectMany(input =>
                    slots.Select(slot => $"var {input.Local}{slot.Name} = {row.Load(input.Row, slot)};")
                )
        );

    private string Compute(OutputKernel kernel, OutputRow.Slot slot)
    {
        var arguments = Inputs(kernel).Select(input => input.Local + slot.Name);
        return kernel.IsGradient
                ? row.Store(Call(kernel, arguments.Concat(["each", $"out var loss{slot.Name}"])), kernel.Output!, slot)
            : kernel.HasLoss ? $"var loss{slot.Name} = {Call(kernel, arguments)};"
            : row.Store(Call(kernel, arguments), kernel.Output!, slot);
    }

    private static string Call(OutputKernel kernel, IEnumerable<string> arguments) =>
        $"{kernel.Function}({string.Join(", ", arguments)})";

    private IEnumerable<(string Local, string Row)> Inputs(OutputKernel kernel) =>
        kernel.HasLoss && isWeighted ? [.. kernel.Inputs, ("w", "weights")] : kernel.Inputs;
}
