using System.Globalization;
using System.Numerics.Tensors;
using Quickstart;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// A network gave four logits for each of two samples: one row per sample. The labels are the right answers.
// Sample 1 is a mistake (its label is 2, its largest logit is class 0), sample 2 is right.
ReadOnlySpan<float> logits = [2f, 0.5f, 1f, 0.1f, -1f, 2.5f, 0.2f, 0.8f];
ReadOnlySpan<int> labels = [2, 1];

// 1. Softmax: logits become probabilities. Nothing is allocated, so the results can live on the stack.
Span<float> probabilities = stackalloc float[logits.Length];
EnemyBrain.Softmax(logits[Row(0)], probabilities[Row(0)]);
EnemyBrain.Softmax(logits[Row(1)], probabilities[Row(1)]);

PrintTitle("Probabilities");
PrintClasses(EnemyBrain.Classes);
PrintRow("sample 1", probabilities[Row(0)]);
PrintRow("sample 2", probabilities[Row(1)]);

// 2. Cross-entropy: how surprised the network is by the label. Use the logits if you have them, they are more exact;
//    probabilities, say from elsewhere, work too.
var fromLogits = Mean(
    EnemyBrain.CrossEntropy(logits[Row(0)], labels[0]),
    EnemyBrain.CrossEntropy(logits[Row(1)], labels[1])
);
var fromProbabilities = Mean(
    EnemyBrain.CrossEntropyFromProbabilities(probabilities[Row(0)], labels[0]),
    EnemyBrain.CrossEntropyFromProbabilities(probabilities[Row(1)], labels[1])
);

PrintTitle("Loss, mean of the two samples");
Console.WriteLine($"  from logits          {fromLogits:F8}");
Console.WriteLine($"  from probabilities   {fromProbabilities:F8}");

// 3. The same by hand, for sample 1: the loss is minus the log of the label's probability.
var labelProbability = probabilities[Row(0)][labels[0]];

PrintTitle("Sample 1 by hand");
Console.WriteLine($"  label                {labels[0]}");
Console.WriteLine($"  its probability      {labelProbability:F4}");
Console.WriteLine($"  its loss             -log {labelProbability:F4} = {-MathF.Log(labelProbability):F4}");

// 4. The gradient is what training needs; the call returns the loss as well.
Span<float> gradients = stackalloc float[logits.Length];
var loss1 = EnemyBrain.CrossEntropyGradient(logits[Row(0)], labels[0], gradients[Row(0)]);
var loss2 = EnemyBrain.CrossEntropyGradient(logits[Row(1)], labels[1], gradients[Row(1)]);

PrintTitle("Gradient of each sample's own loss with respect to its logits");
PrintClasses(EnemyBrain.Classes);
PrintRow("sample 1", gradients[Row(0)]);
PrintRow("sample 2", gradients[Row(1)]);
Console.WriteLine(
    "  It is the probabilities, with 1 subtracted at the label: a step against it raises the label's logit"
);
Console.WriteLine("  and lowers the others. Halve it for the gradient of the mean of the two losses.");
Console.WriteLine($"  The losses came with it: {loss1:F8} and {loss2:F8}.");

// 5. Why not write exp(z) / sum of exp(z)? Because exp(90) is more than a float can hold.
ReadOnlySpan<float> large = [90f, 1f, 2f];
Span<float> naive = stackalloc float[ThreeWayHead.Classes];
Span<float> tensorPrimitives = stackalloc float[ThreeWayHead.Classes];
Span<float> generated = stackalloc float[ThreeWayHead.Classes];

NaiveSoftmax(large, naive);
TensorPrimitives.SoftMax(large, tensorPrimitives);
ThreeWayHead.Softmax(large, generated);

PrintTitle("Softmax of [90, 1, 2]");
PrintClasses(ThreeWayHead.Classes);
PrintRow("naive", naive);
PrintRow("TensorPrimitives", tensorPrimitives);
PrintRow("SoftmaxGen", generated);

static Range Row(int row) => (row * EnemyBrain.Classes)..((row + 1) * EnemyBrain.Classes);

static float Mean(float first, float second) => (float)(((double)first + second) / 2);

static void NaiveSoftmax(ReadOnlySpan<float> logits, Span<float> probabilities)
{
    var sum = 0f;
    foreach (var logit in logits)
        sum += MathF.Exp(logit);
    for (var i = 0; i < logits.Length; i++)
        probabilities[i] = MathF.Exp(logits[i]) / sum;
}

static void PrintTitle(string title)
{
    Console.WriteLine();
    Console.WriteLine(title);
}

static void PrintClasses(int classes)
{
    var line = new string(' ', 21);
    for (var c = 0; c < classes; c++)
        line += $"  class {c}".PadRight(14);
    Console.WriteLine(line.TrimEnd());
}

// Every digit that tells this float from its neighbours, with the decimal points below one another.
static void PrintRow(string name, ReadOnlySpan<float> values)
{
    var line = $"  {name}".PadRight(21);
    foreach (var value in values)
        line += (value < 0 ? $" {value}" : $"  {value}").PadRight(14);
    Console.WriteLine(line.TrimEnd());
}
