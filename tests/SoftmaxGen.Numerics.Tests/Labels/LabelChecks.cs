using System.Numerics;
using System.Runtime.CompilerServices;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>
/// Every member for labels of an enum gives exactly what the one for their numbers gives, on a head of the same classes and
/// options; and a value that is no class is refused before anything is written.
/// </summary>
internal sealed class LabelChecks<T, TLabel, TNumber>(Type head, NumericReport report)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, Enum
    where TNumber : unmanaged, IBinaryInteger<TNumber>, IMinMaxValue<TNumber>
{
    private const int MostRows = 37;
    private static readonly T Sentinel = T.CreateChecked(123.25);

    private readonly HeadSettings settings = WrittenSettings.Of(head);
    private readonly LabelKernels<T, int> ofNumbers = new(head);
    private readonly LabelKernels<T, TLabel> ofEnum = new(head);
    private readonly Choose<T, TLabel> predict = Member.Of<Choose<T, TLabel>>(head, "Predict");
    private readonly Draw<T, TLabel> sample = Member.Of<Draw<T, TLabel>>(head, "Sample");

    private int Classes => settings.Classes;

    public void Check()
    {
        for (int rows = 0; rows <= MostRows; rows++)
            CheckBatch(rows);
        foreach (TNumber wrong in WrongNumbers().Distinct())
        foreach (int row in new[] { 0, 2, MostRows - 1 })
            CheckRefused(wrong, row);
    }

    // The enum's value of a number; the generator's own conversion is what is tested.
    private static TLabel Of(TNumber number) => Unsafe.BitCast<TNumber, TLabel>(number);

    private static TLabel Of(int number) => Of(TNumber.CreateChecked(number));

    // Numbers beside the classes, and those that a conversion to int or to a smaller type would take for a class.
    private IEnumerable<TNumber> WrongNumbers()
    {
        IEnumerable<TNumber> wrong =
        [
            TNumber.CreateChecked(Classes),
            TNumber.MaxValue,
            TNumber.MinValue,
            TNumber.Zero - TNumber.One,
            .. new[] { 8, 16, 32, 63 }.Select(bit => (TNumber.One << bit) + TNumber.One),
            .. new[] { 8, 16, 32 }.Select(bit => TNumber.Zero - (TNumber.One << bit)),
        ];
        foreach (TNumber number in wrong)
        {
            var value = BigInteger.CreateChecked(number);
            if ((value < 0 || value >= Classes) && value != (settings.IgnoreIndex ?? 0))
                yield return number;
        }
    }

    private void CheckBatch(int rows)
    {
        var random = new SeededRandom(101, Classes, rows);
        T[] logits = [.. Enumerable.Range(0, rows * Classes).Select(_ => T.CreateTruncating(random.Between(-9, 9)))];
        int[] numbers = [.. Enumerable.Range(0, rows).Select(_ => Label(random))];
        TLabel[] labels = Array.ConvertAll(numbers, Of);
        foreach (Reduction reduction in (Reduction[])[Reduction.Mean, Reduction.Sum])
        {
            Same("loss", ofNumbers.LossBatch(logits, numbers, reduction), ofEnum.LossBatch(logits, labels, reduction));
            Same(
                "loss from p",
                ofNumbers.LossFromProbabilitiesBatch(logits, numbers, reduction),
                ofEnum.LossFromProbabilitiesBatch(logits, labels, reduction)
            );
            (T[] expected, T[] actual) = (new T[logits.Length], new T[logits.Length]);
            Same(
                "loss beside gradients",
                ofNumbers.GradientBatch(logits, numbers, expected, reduction),
                ofEnum.GradientBatch(logits, labels, actual, reduction)
            );
            Same("gradients", expected, actual);
        }
        Same("Accuracy", ofNumbers.Accuracy(logits, numbers), ofEnum.Accuracy(logits, labels));
        (T[] losses, T[] ofLabels) = (new T[rows], new T[rows]);
        ofNumbers.Losses(logits, numbers, losses);
        ofEnum.Losses(logits, labels, ofLabels);
        Same("losses", losses, ofLabels);
        ofNumbers.LossesFromProbabilities(logits, numbers, losses);
        ofEnum.LossesFromProbabilities(logits, labels, ofLabels);
        Same("losses from p", losses, ofLabels);
        CheckPredictions(logits, rows);
        for (int row = 0; row < rows; row++)
            CheckRow(
                logits.AsSpan(row * Classes, Classes),
                numbers[row],
                labels[row],
                T.CreateTruncating(random.Unit())
            );
    }

    // One that is ignored only where the enum can say so.
    private int Label(SeededRandom random) =>
        settings.IgnoreIndex is { } ignored && random.Below(3) == 0 && IsNumber(ignored)
            ? ignored
            : random.Below(Classes);

    private static bool IsNumber(int label) =>
        int.CreateTruncating(TNumber.CreateTruncating(label)) == label
        && TNumber.CreateSaturating(label) == TNumber.CreateTruncating(label);

    private void CheckPredictions(T[] scores, int rows)
    {
        (int[] numbers, TLabel[] labels) = (new int[rows], new TLabel[rows]);
        ofNumbers.PredictBatch(scores, numbers);
        ofEnum.PredictBatch(scores, labels);
        report.Expect(labels.SequenceEqual(numbers.Select(Of)), $"{head.Name}: PredictBatch of {rows} rows differs");
        for (int row = 0; row < rows; row++)
        {
            TLabel predicted = predict(scores.AsSpan(row * Classes, Classes));
            report.Expect(predicted.Equals(labels[row]), $"{head.Name}: Predict is {predicted}, not {labels[row]}");
        }
    }

    private void CheckRow(ReadOnlySpan<T> logits, int number, TLabel label, T uniform)
    {
        Same("row loss", ofNumbers.Loss(logits, number), ofEnum.Loss(logits, label));
        Same(
            "row loss from p",
            ofNumbers.LossFromProbabilities(logits, number),
            ofEnum.LossFromProbabilities(logits, label)
        );
        (T[] expected, T[] actual) = (new T[Classes], new T[Classes]);
        Same(
            "row gradient's loss",
            ofNumbers.Gradient(logits, number, expected),
            ofEnum.Gradient(logits, label, actual)
        );
        Same("row gradient", expected, actual);
        for (int k = 0; k <= Classes; k++)
        {
            (int[] numbers, TLabel[] labels) = (new int[k], new TLabel[k]);
            ofNumbers.TopK(logits, numbers, expected.AsSpan(0, k));
            ofEnum.TopK(logits, labels, actual.AsSpan(0, k));
            report.Expect(labels.SequenceEqual(numbers.Select(Of)), $"{head.Name}: TopK({k}) differs");
            Same("values of TopK", expected, actual);
        }
        CheckDraw(logits, uniform);
    }

    // The inverse of the cumulative distribution, away from the steps.
    private void CheckDraw(ReadOnlySpan<T> logits, T uniform)
    {
        double[] terms = new double[Classes];
        for (int i = 0; i < Classes; i++)
            terms[i] = Math.Exp(double.CreateChecked(logits[i]));
        double left = double.CreateChecked(uniform) * terms.Sum();
        int drawn = 0;
        while (left > terms[drawn])
            left -= terms[drawn++];
        double distance = Math.Min(left, terms[drawn] - left) / terms.Sum();
        report.Expect(
            distance < 1e-5 || sample(logits, uniform).Equals(Of(drawn)),
            $"{head.Name}: Sample({uniform}) is {sample(logits, uniform)}, not {Of(drawn)}"
        );
    }

    private void CheckRefused(TNumber wrong, int row)
    {
        T[] logits = new T[MostRows * Classes];
        T[] output = new T[logits.Length];
        TLabel[] labels = new TLabel[MostRows];
        labels[^1] = Of(TNumber.CreateChecked(Classes));
        labels[row] = Of(wrong);
        string number = wrong.ToString()!;
        void Refused(string parameter, string call, Action run, params ReadOnlySpan<string> words)
        {
            output.AsSpan().Fill(Sentinel);
            report.Throws<ArgumentOutOfRangeException>(parameter, $"{head.Name}, {call} of {number}", run, words);
            report.Expect(output.AsSpan().IndexOfAnyExcept(Sentinel) < 0, $"{head.Name}, {call} of {number} wrote");
        }
        string ofRow = $"row {row}";
        Refused("labels", "loss", () => ofEnum.LossBatch(logits, labels, default), ofRow, number);
        Refused(
            "labels",
            "loss from p",
            () => ofEnum.LossFromProbabilitiesBatch(logits, labels, default),
            ofRow,
            number
        );
        Refused("labels", "losses", () => ofEnum.Losses(logits, labels, output.AsSpan(0, MostRows)), ofRow, number);
        Refused(
            "labels",
            "losses from p",
            () => ofEnum.LossesFromProbabilities(logits, labels, output.AsSpan(0, MostRows)),
            ofRow,
            number
        );
        Refused("labels", "gradients", () => ofEnum.GradientBatch(logits, labels, output, default), ofRow, number);
        Refused("labels", "Accuracy", () => ofEnum.Accuracy(logits, labels), ofRow, number);
        TLabel label = Of(wrong);
        Refused("label", "row loss", () => ofEnum.Loss(logits.AsSpan(0, Classes), label), number);
        Refused("label", "row from p", () => ofEnum.LossFromProbabilities(logits.AsSpan(0, Classes), label), number);
        Refused(
            "label",
            "row gradient",
            () => ofEnum.Gradient(logits.AsSpan(0, Classes), label, output.AsSpan(0, Classes)),
            number
        );
    }

    private void Same(string what, T expected, T actual) => Same(what, [expected], [actual]);

    private void Same(string what, T[] expected, T[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
            if (!(expected[i].Equals(actual[i]) && T.IsNegative(expected[i]) == T.IsNegative(actual[i])))
                report.Fail($"{head.Name}: {what} of an enum [{i}] is {actual[i]}, of numbers {expected[i]}");
    }
}
