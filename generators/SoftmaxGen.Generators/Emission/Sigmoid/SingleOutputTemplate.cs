using SoftmaxGen.Generators.Emission.Text;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission.Sigmoid;

/// <summary>The kernels of a single number, where a row is one output: the lowest lane of the narrowest vector.</summary>
internal sealed class SingleOutputTemplate(SigmoidPlan plan, Attributes attributes)
{
    private readonly ScalarSyntax scalar = new(ElementSyntax.Of(plan.Element));

    private string T => scalar.T;

    /// <summary>The name of a member's kernel, which differs from that of its row.</summary>
    public static string Of(string method) => method + "OfOne";

    public string Render() =>
        CodeBlock.Stack(
            Function("Sigmoid", "SigmoidOf", "logit"),
            Function("LogSigmoid", "LogSigmoidOf", "logit"),
            Function("SigmoidDerivative", "DerivativeOf", "probability"),
            Function("BinaryCrossEntropy", "LossOf", "logit", "target"),
            Function("BinaryCrossEntropyFromProbabilities", "LossOfProbability", "probability", "target"),
            Gradient()
        );

    private string Function(string method, string function, params string[] parameters)
    {
        var weight = plan.IsWeighted && parameters.Length > 1 ? [OutputConstants.PositiveWeight] : new string[0];
        var arguments = parameters.Concat(weight).ToList();
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} {{Of(method)}}({{string.Join(", ", parameters.Select(name => $"{T} {name}"))}})
            {
                {{(
                plan.HasVectors
                    ? CodeBlock.Render(
                        $$"""
                        if ({{Condition}})
                        {
                            return Vector128.ToScalar({{function}}({{string.Join(", ", arguments.Select(Vector))}}));
                        }
                        """
                    )
                    : ""
            )}}
                return {{scalar.ToElement($"{function}({string.Join(", ", arguments.Select(scalar.Widened))})")}};
            }
            """
        );
    }

    private string Gradient()
    {
        string[] weight = plan.IsWeighted ? [OutputConstants.PositiveWeight] : [];
        var arguments = new[] { "logit", "target" }.Concat(weight).Append(scalar.Element.One).ToList();
        return CodeBlock.Render(
            $$"""
            {{attributes.Entry}}
            internal static {{T}} {{Of("BinaryCrossEntropyGradient")}}({{T}} logit, {{T}} target, out {{T}} gradient)
            {
                {{(
                plan.HasVectors
                    ? CodeBlock.Render(
                        $$"""
                        if ({{Condition}})
                        {
                            gradient = Vector128.ToScalar(GradientOf({{string.Join(", ", arguments.Select(Vector))}}, out var losses));
                            return Vector128.ToScalar(losses);
                        }
                        """
                    )
                    : ""
            )}}
                gradient = {{scalar.ToElement($"GradientOf({string.Join(", ", arguments.Select(scalar.Widened))}, out var loss)")}};
                return {{scalar.ToElement("loss")}};
            }
            """
        );
    }

    private string Condition => LaneSyntax.Of(plan.Widths.Last()).Condition;

    private static string Vector(string number) => $"Vector128.CreateScalar({number})";
}
