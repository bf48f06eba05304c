using SoftmaxGen.Generators.Emission.Text;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>
/// What is computed element by element over a whole batch, wherever its rows begin: all that gives one element for each, and
/// the losses too where a row is a single output.
/// </summary>
internal sealed class FlatKernelTemplate(TargetOptions options, VectorSyntax lanes, string access)
{
    private string T => lanes.T;

    public string Render(IEnumerable<OutputKernel> kernels) => CodeBlock.Stack(kernels.Select(Kernel));

    private string Kernel(OutputKernel kernel) =>
        CodeBlock.Render(
            $$"""
            {{Attributes.Inline}}
            {{access}} static void {{kernel.Flat}}{{lanes.Suffix}}({{string.Join(", ", Parameters(kernel))}}, nuint count)
            {
                {{Constants(kernel)}}
                // What the loop leaves is read before anything is written, since it overlaps and the output may be an input.
                var end = count < {{lanes.Count}} ? 0 : count - {{lanes.Count}};
                {{CodeBlock.Lines(
                kernel.Inputs.Select(input => $"var {input.Local}Last = LoadLast{lanes.Suffix}(ref {input.Row}, count);")
            )}}
                for (nuint i = 0; i < end; i += {{lanes.Count}})
                {
                    {{CodeBlock.Lines(
                kernel.Inputs.Select(input => $"var {input.Local} = {lanes.Load(input.Row, "i")};")
            )}}
                    {{Compute(kernel, "", (value, output) => lanes.Store(value, output, "i"))}}
                }

                {{Compute(kernel, "Last", (value, output) => $"StoreLast{lanes.Suffix}({value}, ref {output}, count);")}}
            }
            """
        );

    private IEnumerable<string> Parameters(OutputKernel kernel) =>
        kernel
            .Inputs.Select(input => input.Row)
            .Concat(kernel.Written)
            .Select(row => $"ref {T} {row}")
            .Concat(kernel.IsGradient ? [$"{T} factor"] : []);

    private string Constants(OutputKernel kernel) =>
        CodeBlock.Lines(
            kernel.IsGradient ? $"var each = {lanes.Constant("factor")};" : "",
            kernel.HasLoss && options.IsWeighted ? $"var w = {lanes.Constant(OutputConstants.PositiveWeight)};" : ""
        );

    private string Compute(OutputKernel kernel, string name, Func<string, string, string> store)
    {
        var arguments = kernel.Inputs.Select(input => input.Local + name);
        arguments = kernel.HasLoss && options.IsWeighted ? arguments.Append("w") : arguments;
        arguments = kernel.IsGradient ? arguments.Concat(["each", $"out var loss{name}"]) : arguments;
        var value = $"{kernel.Function}({string.Join(", ", arguments)})";
        return kernel.IsGradient
            ? CodeBlock.Lines(store(value, kernel.Output!), store($"loss{name}", "losses"))
            : store(value, kernel.Output ?? "losses");
    }

    /// <summary>How the elements that a loop leaves are read and written.</summary>
    public string LastElements() =>
        CodeBlock.Render(
            $$"""
            /// <summary>The last vector of many elements; fewer than a vector are followed by 0.</summary>
            {{Attributes.Inline}}
            internal static {{lanes.Type}} LoadLast{{lanes.Suffix}}(ref {{T}} elements, nuint count)
            {
                if (count >= {{lanes.Count}})
                {
                    return {{lanes.Load("elements", $"count - {CodeBlock.Render($"{lanes.Count}")}")}};
                }

                var part = {{lanes.Zero}};
                Unsafe.CopyBlockUnaligned(
                    ref Unsafe.As<{{lanes.Type}}, byte>(ref part),
                    ref Unsafe.As<{{T}}, byte>(ref elements),
                    (uint)count * sizeof({{T}})
                );
                return part;
            }

            {{Attributes.Inline}}
            internal static void StoreLast{{lanes.Suffix}}({{lanes.Type}} v, ref {{T}} elements, nuint count)
            {
                if (count >= {{lanes.Count}})
                {
                    {{lanes.Store("v", "elements", $"count - {CodeBlock.Render($"{lanes.Count}")}")}}
                    return;
                }

                Unsafe.CopyBlockUnaligned(
                    ref Unsafe.As<{{T}}, byte>(ref elements),
                    ref Unsafe.As<{{lanes.Type}}, byte>(ref v),
                    (uint)count * sizeof({{T}})
                );
            }
            """
        );
}
