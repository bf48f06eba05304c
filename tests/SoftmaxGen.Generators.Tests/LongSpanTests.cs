using System.Reflection;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Batches take every span that can exist: no counter and no length in bytes passes what an int holds.</summary>
public class LongSpanTests
{
    private const string Heads = """
        [SoftmaxGen.SigmoidHead(Outputs = 1)] public static partial class One { }
        [SoftmaxGen.SigmoidHead(Outputs = 1, Element = typeof(double))] public static partial class OneOfDoubles { }
        [SoftmaxGen.SoftmaxHead(Classes = 2)] public static partial class Two { }
        """;

    private delegate void Predict<T>(ReadOnlySpan<T> logits, Span<bool> labels);

    private delegate T TargetGradient<T>(
        ReadOnlySpan<T> logits,
        ReadOnlySpan<T> targets,
        Span<T> gradients,
        Reduction reduction
    );

    private delegate float LabelGradient(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        Span<float> gradients,
        Reduction reduction
    );

    [LinuxFact]
    public void Labels_of_outputs()
    {
        using var logits = new RepeatedMemory((long)int.MaxValue * sizeof(double));
        foreach (var assembly in Assemblies())
        {
            using var labels = new RepeatedMemory(int.MaxValue);
            Of<Predict<float>>(assembly, "One", "PredictBatch")(
                logits.Span<float>(int.MaxValue),
                labels.Span<bool>(int.MaxValue)
            );
            AssertFirstAndLast(true, labels.Span<bool>(int.MaxValue));

            using var others = new RepeatedMemory(int.MaxValue);
            Of<Predict<double>>(assembly, "OneOfDoubles", "PredictBatch")(
                logits.Span<double>(int.MaxValue),
                others.Span<bool>(int.MaxValue)
            );
            AssertFirstAndLast(true, others.Span<bool>(int.MaxValue));
        }
    }

    /// <summary>The first byte of the labels is the last of the logits, or the last of the labels the first of the logits.</summary>
    [LinuxFact]
    public void Labels_that_overlap_long_logits_by_a_byte()
    {
        const int length = (1 << 28) + 10;
        const long bytes = (long)length * sizeof(double);
        using var memory = new RepeatedMemory(length + bytes);
        foreach (
            var predict in Assemblies()
                .Select(assembly => Of<Predict<double>>(assembly, "OneOfDoubles", "PredictBatch"))
        )
        {
            AssertOverlap(predict, memory.Span<double>(length), memory.Span<bool>(length, bytes - 1));
            AssertOverlap(predict, memory.Span<double>(length, length - 2), memory.Span<bool>(length));
            predict(memory.Span<double>(length), memory.Span<bool>(length, bytes));
            memory.Span<byte>(length + 8, bytes - 8).Clear();
        }
    }

    [LinuxFact]
    public void Gradients_of_outputs()
    {
        using var zeros = new RepeatedMemory((long)int.MaxValue * sizeof(float));
        using var gradients = new RepeatedMemory((long)int.MaxValue * sizeof(float));
        var loss = Of<TargetGradient<float>>(Newest(), "One", "BinaryCrossEntropyGradientBatch")(
            zeros.Span<float>(int.MaxValue),
            zeros.Span<float>(int.MaxValue),
            gradients.Span<float>(int.MaxValue),
            Reduction.Mean
        );
        Assert.Equal(MathF.Log(2), loss);
        AssertFirstAndLast(0.5f / int.MaxValue, gradients.Span<float>(int.MaxValue));
    }

    [LinuxFact]
    public void Gradients_of_classes()
    {
        const int rows = int.MaxValue / 2;
        using var zeros = new RepeatedMemory(2L * rows * sizeof(float));
        using var gradients = new RepeatedMemory(2L * rows * sizeof(float));
        var loss = Of<LabelGradient>(Newest(), "Two", "CrossEntropyGradientBatch")(
            zeros.Span<float>(2 * rows),
            zeros.Span<int>(rows),
            gradients.Span<float>(2 * rows),
            Reduction.Mean
        );
        Assert.Equal(MathF.Log(2), loss);
        var written = gradients.Span<float>(2 * rows);
        Assert.Equal([-0.5f / rows, 0.5f / rows], written[..2].ToArray());
        Assert.Equal([-0.5f / rows, 0.5f / rows], written[^2..].ToArray());
    }

    private static void AssertFirstAndLast<T>(T expected, Span<T> span)
    {
        Assert.Equal(expected, span[0]);
        Assert.Equal(expected, span[^1]);
    }

    private static void AssertOverlap(Predict<double> predict, Span<double> logits, Span<bool> labels)
    {
        var (thrown, first, last) = (false, labels[0], labels[^1]);
        try
        {
            predict(logits, labels);
        }
        catch (ArgumentException exception)
        {
            thrown = true;
            Assert.Equal("labels", exception.ParamName);
        }

        Assert.True(thrown);
        Assert.Equal((first, last), (labels[0], labels[^1]));
    }

    private static Assembly Newest() => new HeadCompiler(Framework.Current).Load(Heads);

    private static Assembly[] Assemblies() => [Newest(), new HeadCompiler(Framework.NetStandard).Load(Heads)];

    private static T Of<T>(Assembly assembly, string head, string method)
        where T : Delegate
    {
        var parameters = typeof(T).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType);
        return assembly.GetType(head)!.GetMethod(method, [.. parameters])!.CreateDelegate<T>();
    }
}
