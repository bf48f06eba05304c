using System.Numerics.Tensors;

namespace Digits;

/// <summary>
/// Softmax regression: logits = weights * pixels + bias, trained by full-batch gradient descent with momentum.
/// Every buffer is made once, by the constructor.
/// </summary>
internal sealed class SoftmaxRegression
{
    private const int Classes = DigitsHead.Classes;
    private const int Inputs = DigitSet.PixelsPerImage;

    // One row of weights for each class. The loss is convex, so training can start from zero.
    private readonly float[] _weights = new float[Classes * Inputs];
    private readonly float[] _weightGradient = new float[Classes * Inputs];
    private readonly float[] _weightVelocity = new float[Classes * Inputs];

    private readonly float[] _bias = new float[Classes];
    private readonly float[] _biasGradient = new float[Classes];
    private readonly float[] _biasVelocity = new float[Classes];

    public int Predict(ReadOnlySpan<float> pixels)
    {
        Span<float> logits = stackalloc float[Classes];
        Forward(pixels, logits);
        return DigitsHead.Predict(logits);
    }

    /// <summary>One step down the gradient of the mean loss over all rows. Returns the loss before the step.</summary>
    public double TrainEpoch(DigitSet rows, float learningRate, float momentum)
    {
        Span<float> logits = stackalloc float[Classes];
        Span<float> gradient = stackalloc float[Classes];
        _weightGradient.AsSpan().Clear();
        _biasGradient.AsSpan().Clear();

        var loss = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            var pixels = rows.Pixels(row);
            Forward(pixels, logits);
            loss += DigitsHead.CrossEntropyGradient(logits, rows.Label(row), gradient);
            Backward(pixels, gradient);
        }

        // The sums over the rows become the mean here, with the learning rate.
        var step = learningRate / rows.Count;
        Descend(_weights, _weightVelocity, _weightGradient, step, momentum);
        Descend(_bias, _biasVelocity, _biasGradient, step, momentum);
        return loss / rows.Count;
    }

    private void Forward(ReadOnlySpan<float> pixels, Span<float> logits)
    {
        for (var c = 0; c < Classes; c++)
            logits[c] = TensorPrimitives.Dot(ClassRow(_weights, c), pixels) + _bias[c];
    }

    /// <summary>Adds one row's part: d loss / d weights is (d loss / d logits) times the pixels.</summary>
    private void Backward(ReadOnlySpan<float> pixels, ReadOnlySpan<float> gradient)
    {
        for (var c = 0; c < Classes; c++)
        {
            var sum = ClassRow(_weightGradient, c);
            TensorPrimitives.MultiplyAdd(pixels, gradient[c], sum, sum);
        }
        TensorPrimitives.Add(_biasGradient, gradient, _biasGradient);
    }

    private static void Descend(
        Span<float> values,
        Span<float> velocity,
        Span<float> gradient,
        float step,
        float momentum
    )
    {
        TensorPrimitives.Multiply(velocity, momentum, velocity);
        TensorPrimitives.MultiplyAdd(gradient, -step, velocity, velocity);
        TensorPrimitives.Add(values, velocity, values);
    }

    private static Span<float> ClassRow(float[] matrix, int c) => matrix.AsSpan(c * Inputs, Inputs);
}
