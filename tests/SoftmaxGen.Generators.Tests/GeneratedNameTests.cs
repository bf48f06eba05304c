using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>A user's method may stand beside the generated ones unless it has the parameters of one of them.</summary>
public class GeneratedNameTests
{
    private const string Softmax = "[SoftmaxGen.SoftmaxHead(Classes = 3)]";
    private const string OfDouble = "[SoftmaxGen.SoftmaxHead(Classes = 3, Element = typeof(double))]";
    private const string OfEnum = "public enum E { A, B, C } [SoftmaxGen.SoftmaxHead(Labels = typeof(E))]";
    private const string Sigmoid = "[SoftmaxGen.SigmoidHead(Outputs = 3)]";
    private const string Single = "[SoftmaxGen.SigmoidHead(Outputs = 1)]";
    private const string SingleOfDouble = "[SoftmaxGen.SigmoidHead(Outputs = 1, Element = typeof(double))]";

    [Theory]
    [InlineData(Softmax, "TopK(ReadOnlySpan<float> x, Span<int> y, Span<float> z)")]
    [InlineData(Softmax, "Accuracy(ReadOnlySpan<float> x, ReadOnlySpan<int> y)")]
    [InlineData(OfDouble, "Predict(ReadOnlySpan<double> x)")]
    [InlineData(OfDouble, "Sample(ReadOnlySpan<double> x, double y)")]
    [InlineData(OfDouble, "SoftmaxGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)")]
    [InlineData(OfDouble, "CrossEntropyBatch(ReadOnlySpan<double> x, ReadOnlySpan<int> y, Span<double> z)")]
    [InlineData(OfDouble, "TopK(ReadOnlySpan<double> x, Span<int> y, Span<double> z)")]
    [InlineData(OfEnum, "Predict(ReadOnlySpan<float> x)")]
    [InlineData(OfEnum, "CrossEntropy(ReadOnlySpan<float> x, int y)")]
    [InlineData(OfEnum, "CrossEntropy(ReadOnlySpan<float> x, E y)")]
    [InlineData(OfEnum, "CrossEntropyFromProbabilities(ReadOnlySpan<float> x, E y)")]
    [InlineData(OfEnum, "CrossEntropyGradient(ReadOnlySpan<float> x, E y, Span<float> z)")]
    [InlineData(OfEnum, "PredictBatch(ReadOnlySpan<float> x, Span<int> y)")]
    [InlineData(OfEnum, "PredictBatch(ReadOnlySpan<float> x, Span<E> y)")]
    [InlineData(OfEnum, "TopK(ReadOnlySpan<float> x, Span<E> y, Span<float> z)")]
    [InlineData(OfEnum, "Accuracy(ReadOnlySpan<float> x, ReadOnlySpan<E> y)")]
    [InlineData(OfEnum, "CrossEntropyBatch(ReadOnlySpan<float> x, ReadOnlySpan<E> y, SoftmaxGen.Reduction z)")]
    [InlineData(OfEnum, "CrossEntropyBatch(ReadOnlySpan<float> x, ReadOnlySpan<E> y, Span<float> z)")]
    [InlineData(
        OfEnum,
        "CrossEntropyFromProbabilitiesBatch(ReadOnlySpan<float> x, ReadOnlySpan<E> y, SoftmaxGen.Reduction z)"
    )]
    [InlineData(OfEnum, "CrossEntropyFromProbabilitiesBatch(ReadOnlySpan<float> x, ReadOnlySpan<E> y, Span<float> z)")]
    [InlineData(
        OfEnum,
        "CrossEntropyGradientBatch(ReadOnlySpan<float> x, ReadOnlySpan<E> y, Span<float> z, SoftmaxGen.Reduction w)"
    )]
    [InlineData(Sigmoid, "Sigmoid(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Sigmoid, "SigmoidBatch(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Sigmoid, "LogSigmoid(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Sigmoid, "LogSigmoidBatch(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Sigmoid, "SigmoidDerivative(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Sigmoid, "SigmoidDerivativeBatch(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Sigmoid, "Predict(ReadOnlySpan<float> x, Span<bool> y)")]
    [InlineData(Sigmoid, "PredictBatch(ReadOnlySpan<float> x, Span<bool> y)")]
    [InlineData(Sigmoid, "BinaryCrossEntropy(ReadOnlySpan<float> x, ReadOnlySpan<float> y)")]
    [InlineData(Sigmoid, "BinaryCrossEntropyFromProbabilities(ReadOnlySpan<float> x, ReadOnlySpan<float> y)")]
    [InlineData(Sigmoid, "BinaryCrossEntropyGradient(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)")]
    [InlineData(
        Sigmoid,
        "BinaryCrossEntropyBatch(ReadOnlySpan<float> x, ReadOnlySpan<float> y, SoftmaxGen.Reduction z)"
    )]
    [InlineData(Sigmoid, "BinaryCrossEntropyBatch(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)")]
    [InlineData(
        Sigmoid,
        "BinaryCrossEntropyFromProbabilitiesBatch(ReadOnlySpan<float> x, ReadOnlySpan<float> y, SoftmaxGen.Reduction z)"
    )]
    [InlineData(
        Sigmoid,
        "BinaryCrossEntropyFromProbabilitiesBatch(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)"
    )]
    [InlineData(
        Sigmoid,
        "BinaryCrossEntropyGradientBatch(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z, SoftmaxGen.Reduction w)"
    )]
    [InlineData(Single, "Sigmoid(ReadOnlySpan<float> x, Span<float> y)")]
    [InlineData(Single, "Sigmoid(float x)")]
    [InlineData(Single, "LogSigmoid(float x)")]
    [InlineData(Single, "SigmoidDerivative(float x)")]
    [InlineData(Single, "Predict(float x)")]
    [InlineData(Single, "BinaryCrossEntropy(float x, float y)")]
    [InlineData(Single, "BinaryCrossEntropyFromProbabilities(float x, float y)")]
    [InlineData(Single, "BinaryCrossEntropyGradient(float x, float y, ref float z)")]
    [InlineData(Single, "BinaryCrossEntropyGradient(float x, float y, in float z)")]
    [InlineData(SingleOfDouble, "Sigmoid(double x)")]
    [InlineData(SingleOfDouble, "BinaryCrossEntropyGradient(double x, double y, ref double z)")]
    public Task A_method_with_the_parameters_of_a_generated_one_is_an_error(string attribute, string method) =>
        Declared.Breaks(
            "SMG0004",
            Head(attribute, $"static void {method} {{ }}"),
            $"already has '{method[..method.IndexOf('(', StringComparison.Ordinal)]}'"
        );

    [Theory]
    [InlineData(Softmax, "Classes")]
    [InlineData(Softmax, "TopK")]
    [InlineData(OfEnum, "Accuracy")]
    [InlineData(Sigmoid, "Outputs")]
    [InlineData(Sigmoid, "LogSigmoidBatch")]
    [InlineData(Single, "BinaryCrossEntropyGradient")]
    public Task A_field_with_a_generated_name_is_an_error(string attribute, string name) =>
        Declared.Breaks("SMG0004", Head(attribute, $"public static int {name};"), $"already has '{name}'");

    [Theory]
    [InlineData(Softmax, "static void Predict(ReadOnlySpan<double> x) { }")]
    [InlineData(Softmax, "static void TopK(ReadOnlySpan<float> x, Span<long> y, Span<float> z) { }")]
    [InlineData(Softmax, "static void BinaryCrossEntropy(ReadOnlySpan<float> x, ReadOnlySpan<float> y) { }")]
    [InlineData(Softmax, "public const int SoftmaxKernel = 1, Outputs = 2, Sigmoid = 3;")]
    [InlineData(OfDouble, "static void Predict(ReadOnlySpan<float> x) { }")]
    [InlineData(OfDouble, "static void Sample(ReadOnlySpan<double> x, float y) { }")]
    [InlineData(OfEnum, "static void CrossEntropy(ReadOnlySpan<float> x, DayOfWeek y) { }")]
    [InlineData(OfEnum, "static void CrossEntropy(ReadOnlySpan<float> x, byte y) { }")]
    [InlineData(
        OfEnum,
        "static class Other { public enum E { X } } static void CrossEntropy(ReadOnlySpan<float> x, Other.E y) { }"
    )]
    [InlineData(Sigmoid, "static void Sigmoid(float x) { }")]
    [InlineData(Sigmoid, "static void Predict(ReadOnlySpan<float> x) { }")]
    [InlineData(Sigmoid, "static void Sample(ReadOnlySpan<float> x, float y) { }")]
    [InlineData(Sigmoid, "public const int SigmoidKernel = 1, Classes = 2, Softmax = 3;")]
    [InlineData(Single, "static void Sigmoid(double x) { }")]
    [InlineData(Single, "static void Sigmoid(in float x) { }")]
    [InlineData(Single, "static void BinaryCrossEntropyGradient(float x, float y, float z) { }")]
    [InlineData(SingleOfDouble, "static void Sigmoid(float x) { }")]
    public Task Other_members_are_the_users_own(string attribute, string member) =>
        Declared.OptionsOf(Head(attribute, member));

    private static string Head(string attribute, string member) =>
        $"using System; {attribute} partial class Head {{ {member} }}";
}
