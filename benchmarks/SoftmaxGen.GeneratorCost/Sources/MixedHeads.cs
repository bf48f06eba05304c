namespace SoftmaxGen.GeneratorCost.Sources;

/// <summary>
/// Heads of which most have a plan of their own: the worst that a solution may ask. A number always gives the same head.
/// </summary>
internal static class MixedHeads
{
    private static readonly Func<int, string>[] Declarations =
    [
        Plain,
        Plain,
        Plain,
        number => Softmax(number, $"Classes = {ClassesOf(number)}, Element = typeof(double)"),
        Plain,
        number => Softmax(number, $"Classes = {ClassesOf(number)}, {OptionOf(number)}"),
        Labelled,
        number => Sigmoid(number, $"Outputs = {ClassesOf(number) - 1}"),
        number => Softmax(number, $"Classes = {ClassesOf(number)}, Temperature = 2.5, LabelSmoothing = 0.1"),
        number => Sigmoid(number, $"Outputs = {ClassesOf(number) - 1}, Element = typeof(double), LabelSmoothing = 0.1"),
    ];

    private static readonly string[] Options =
    [
        "IgnoreIndex = -100",
        "LabelSmoothing = 0.1",
        "Temperature = 0.5",
        "FullyMasked = FullyMasked.Zero",
    ];

    /// <summary>Of ten heads, five are plain, two have options, one labels, and two are sigmoid; two are of doubles.</summary>
    public static string Declare(int number) => Declarations[number % Declarations.Length](number);

    /// <summary>From 2 to 1000, as many from 2 to 44 as from 45 on. Neighbours differ.</summary>
    private static int ClassesOf(int number)
    {
        var fraction = number * 0.6180339887498949 % 1;
        return (int)(2 * Math.Pow(500.5, fraction));
    }

    private static string OptionOf(int number) => Options[number / Declarations.Length % Options.Length];

    private static string Plain(int number) => Softmax(number, $"Classes = {ClassesOf(number)}");

    private static string Labelled(int number)
    {
        var members = Enumerable.Range(0, 2 + (number / Declarations.Length % 30)).Select(member => $"Member{member}");
        return $$"""
            public enum Label{{number}} { {{string.Join(", ", members)}} }

            {{Softmax(number, $"Labels = typeof(Label{number})")}}
            """;
    }

    private static string Softmax(int number, string arguments) => Type(number, $"SoftmaxHead({arguments})");

    private static string Sigmoid(int number, string arguments) => Type(number, $"SigmoidHead({arguments})");

    private static string Type(int number, string attribute) =>
        $$"""
            /// <summary>What unit {{number}} decides.</summary>
            [{{attribute}}]
            public static partial class Head{{number}} { }
            """;
}
