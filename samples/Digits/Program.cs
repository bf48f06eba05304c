using System.Globalization;
using Digits;

const int Epochs = 100;
const float LearningRate = 0.5f;
const float Momentum = 0.9f;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var digits = DigitSet.Load(Path.Combine(AppContext.BaseDirectory, "digits.csv"));
var (training, heldOut) = digits.HoldOutEvery(5);
Console.WriteLine($"{training.Count} images to train on, {heldOut.Count} held out (every fifth)");
Console.WriteLine($"from zero weights the loss starts at ln {DigitsHead.Classes} = {Math.Log(DigitsHead.Classes):F5}");

// The first epoch of a process also compiles the methods, and in a few runs of a hundred 6192 bytes are counted there.
// A model that is thrown away takes that, so that every epoch of the real one is measured.
new SoftmaxRegression().TrainEpoch(training, LearningRate, Momentum);

var model = new SoftmaxRegression();
var allocated = 0L;
TrainingLog.Run(
    Epochs,
    () =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var loss = model.TrainEpoch(training, LearningRate, Momentum);
        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        return loss;
    }
);

if (allocated != 0)
    throw new InvalidOperationException($"Training allocated {allocated} bytes; it must allocate none.");
Console.WriteLine($"{allocated} bytes allocated by {Epochs} epochs of training");

var confusion = new ConfusionMatrix(model, heldOut);
Console.WriteLine();
confusion.Print();
Console.WriteLine();
Console.WriteLine($"test accuracy {confusion.Accuracy:F3}");
