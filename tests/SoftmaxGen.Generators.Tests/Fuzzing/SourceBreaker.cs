using Microsoft.CodeAnalysis.CSharp;

namespace SoftmaxGen.Generators.Tests.Fuzzing;

/// <summary>Breaks sources as a user does who types: cuts them off, and leaves out, doubles and exchanges words.</summary>
internal sealed class SourceBreaker(Random random)
{
    private const int MaxChanges = 5;

    private static readonly string[] Words =
    [
        .. FuzzSources.Declarations.Concat(FuzzSources.Uses).SelectMany(WordsOf).Distinct(),
        "-1",
        "0x7FFFFFFF",
        "1048577",
        "1e400",
        "double.NaN",
        "default",
        "ref",
        "out",
        "await",
        "dynamic",
        "\"",
        "#if",
        "}",
        "{",
    ];

    public string Break(string source)
    {
        var words = WordsOf(source).ToList();
        for (var changes = random.Next(1, MaxChanges + 1); changes > 0; changes--)
        {
            Change(words);
        }

        var text = string.Concat(words);
        return random.Next(4) == 0 ? text[..random.Next(text.Length)] : text;
    }

    private void Change(List<string> words)
    {
        var index = random.Next(words.Count);
        switch (random.Next(5))
        {
            case 0:
                words.RemoveRange(index, Math.Min(random.Next(1, 6), words.Count - index));
                words.Add("");
                break;
            case 1:
                words.InsertRange(index, words.GetRange(index, Math.Min(random.Next(1, 12), words.Count - index)));
                break;
            case 2:
                var other = random.Next(words.Count);
                (words[index], words[other]) = (words[other], words[index]);
                break;
            case 3:
                words.Insert(index, Words[random.Next(Words.Length)] + " ");
                break;
            default:
                words[index] = Words[random.Next(Words.Length)] + " ";
                break;
        }
    }

    private static IEnumerable<string> WordsOf(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.ToFullString());
}
