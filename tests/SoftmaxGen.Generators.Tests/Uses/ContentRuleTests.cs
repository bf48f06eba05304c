using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Probabilities taken for logits, and logits taken for probabilities.</summary>
public class ContentRuleTests
{
    [Theory]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropy([|p|], label);")]
    [InlineData("Span<float> p = stackalloc float[4]; Brain.Softmax(logits, p); Brain.CrossEntropy([|p|], label);")]
    [InlineData("var p = new float[8]; Brain.SoftmaxBatch(logits, p); Brain.CrossEntropyBatch([|p|], labels);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.Softmax([|p|], p);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.Sample([|p|], 0.5f);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.LogSumExp([|p|]);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropyGradient([|p|], label, array);")]
    [InlineData("var p = new float[4]; Span<float> s = p; Brain.Softmax(logits, s); Brain.CrossEntropy([|p|], label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p.AsSpan()); Brain.CrossEntropy([|p|], label);")]
    [InlineData("var p = new float[8]; Brain.SoftmaxBatch(logits, p); Brain.CrossEntropy([|p.AsSpan(4, 4)|], label);")]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Console.WriteLine(p[0]); Brain.CrossEntropy([|p|], label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); foreach (var x in p) { } Brain.CrossEntropy([|p|], label);"
    )]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); if (flag) { Brain.CrossEntropy([|p|], label); }")]
    [InlineData(
        "var p = new float[4]; for (var i = 0; i < rows; i++) { Brain.Softmax(logits, p); Brain.CrossEntropy([|p|], label); }"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Brain.Softmax(array, p); Brain.CrossEntropy([|p|], label);"
    )]
    [InlineData("Brain.Softmax(logits, probabilities); Brain.CrossEntropy([|probabilities|], label);")]
    [InlineData("Brain.Softmax(logits, probabilities); var y = label + 1; Brain.CrossEntropy([|probabilities|], y);")]
    [InlineData("Brain.Softmax(probabilities, probabilities); Brain.CrossEntropy([|probabilities|], label);")]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Console.WriteLine(string.Concat(\"\", p.Length)); Padded.CrossEntropy([|p|], label);"
    )]
    [InlineData("var p = new float[3]; Tags.Sigmoid(logits, p); Tags.BinaryCrossEntropy([|p|], array);")]
    [InlineData("var p = Alarm.Sigmoid(array[0]); Alarm.BinaryCrossEntropy([|p|], 1f);")]
    [InlineData("Alarm.BinaryCrossEntropy([|Alarm.Sigmoid(array[0])|], 1f);")]
    [InlineData(
        "var p = new float[4]; switch (label) { case 1: Brain.Softmax(logits, p); Brain.CrossEntropy([|p|], 0); break; }"
    )]
    [InlineData("Brain.Softmax(logits, probabilities); _ = Brain.CrossEntropy([|probabilities|], label);")]
    public Task Probabilities_taken_for_logits_are_a_warning(string body) => Used.Breaks("SMG1005", body);

    [Fact]
    public Task The_message_names_the_member_for_probabilities() =>
        Used.Breaks(
            "SMG1005",
            "var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropy([|p|], label);",
            "'p' holds probabilities, and 'Brain.CrossEntropy' takes logits, so it would apply softmax twice: pass the logits, or call 'CrossEntropyFromProbabilities'"
        );

    [Fact]
    public Task An_inline_array_is_followed() =>
        Used.Breaks(
            "SMG1005",
            "FourFloats p = default; Brain.Softmax(logits, p); Brain.CrossEntropy([|p|], label);",
            since: LanguageVersion.CSharp12
        );

    [Theory]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropyFromProbabilities(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Brain.Predict(p);")]
    [InlineData("var p = new float[4]; Brain.LogSoftmax(logits, p); Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.CrossEntropy(p, label); Brain.Softmax(logits, p);")]
    [InlineData("var p = new float[4]; Brain.Softmax(p, p);")]
    [InlineData("var p = new float[4]; while (flag) { Brain.Softmax(p, p); }")]
    [InlineData("var p = new float[4]; while (flag) { Brain.CrossEntropy(p, label); Brain.Softmax(logits, p); }")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); p[0] = 1; Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); p[0] *= 2; Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); p[0]++; Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Run(p); Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Array.Reverse(p); Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); p.AsSpan().Fill(1); Brain.CrossEntropy(p, label);")]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); p.AsSpan(0, 2).Clear(); Brain.CrossEntropy(p, label);"
    )]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); logits.CopyTo(p); Brain.CrossEntropy(p, label);")]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Brain.LogSoftmax(logits, p); Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropyGradient(logits, label, p); Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); ref var x = ref p[0]; x = 2; Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); foreach (ref var x in p.AsSpan()) { x = 1; } Brain.CrossEntropy(p, label);"
    )]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); var q = p; q[0] = 1; Brain.CrossEntropy(p, label);")]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); var q = flag ? p : array; q[0] = 1; Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Span<float> q = p; q[0] = 1; Brain.CrossEntropy(p, label);"
    )]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); p = new float[4]; Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); Exchange(ref p); Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; if (flag) { Brain.Softmax(logits, p); } Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; if (flag) { Brain.Softmax(logits, p); } else { Brain.CrossEntropy(p, label); }")]
    [InlineData(
        "var p = new float[4]; try { Brain.Softmax(array, p); } catch (ArgumentException) { Brain.CrossEntropy(p, label); }"
    )]
    [InlineData(
        "var p = new float[4]; Action run = () => Brain.Softmax(array, p); Brain.CrossEntropy(p, label); run();"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Action run = () => Run(p); run(); Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Action change = () => p[0] = 1; Brain.Softmax(logits, p); change(); Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; void Change() { p[0] = 1; } Brain.Softmax(logits, p); Change(); Brain.CrossEntropy(p, label);"
    )]
    [InlineData("var p = new float[8]; Brain.Softmax(logits, p.AsSpan(0, 4)); Brain.CrossEntropyBatch(p, labels);")]
    [InlineData("Brain.Softmax(logits, probabilities); Run(array); Brain.CrossEntropy(probabilities, label);")]
    [InlineData("Brain.Softmax(logits, probabilities); array[0] = 1; Brain.CrossEntropy(probabilities, label);")]
    [InlineData(
        "Brain.Softmax(logits, probabilities); Brain.LogSoftmax(logits, array); Brain.CrossEntropy(probabilities, label);"
    )]
    [InlineData(
        "Brain.Softmax(logits, probabilities); probabilities = array; Brain.CrossEntropy(probabilities, label);"
    )]
    [InlineData(
        "var p = new float[4]; if (flag) goto end; Brain.Softmax(logits, p); end: Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; _ = flag && Log(p, array); Brain.CrossEntropy(p, label); static bool Log(float[] p, float[] z) { Brain.Softmax(z, p); return true; }"
    )]
    [InlineData("var p = Alarm.Sigmoid(array[0]); p = 3; Alarm.BinaryCrossEntropy(p, 1f);")]
    [InlineData("var p = Alarm.LogSigmoid(array[0]); Alarm.BinaryCrossEntropy(p, 1f);")]
    [InlineData(
        "var p = new float[4]; var x = flag ? 1 : 2; Brain.Softmax(logits, flag ? p : array); Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); if (p is { } q) { q[0] = 100; } Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "float[] Same(ReadOnlySpan<float> x) => x.ToArray(); IReadOnlyList<float> v = array; Brain.Softmax(logits, array); ((float[])v)[0] = 7; Brain.CrossEntropy(array, label); Same(array);"
    )]
    [InlineData(
        "var p = new float[4]; IReadOnlyList<float> v = p; Brain.Softmax(logits, p); ((float[])v)[0] = 7; Brain.CrossEntropy(p, label);"
    )]
    [InlineData(
        "Brain.Softmax(logits, probabilities); var c = new Counter(); c++; Brain.CrossEntropy(probabilities, label);"
    )]
    [InlineData(
        "Brain.Softmax(logits, probabilities); dynamic d = 1; var e = d + 1; Brain.CrossEntropy(probabilities, label);"
    )]
    [InlineData("var p = new float[3]; Tags.Sigmoid(logits, p); Player.Softmax(p, array);")]
    public Task What_may_be_logits_is_fine(string body) => Used.IsFine(body);

    [Theory]
    [InlineData(
        "Brain.Softmax(logits, new float[4]); Brain.CrossEntropyFromProbabilities([|logits|], label);",
        "logits"
    )]
    [InlineData(
        "var loss = Brain.CrossEntropy(logits, label); Brain.CrossEntropyFromProbabilities([|logits|], label);",
        "logits"
    )]
    [InlineData(
        "var z = new float[] { 1, 2, 3, 4 }; Brain.Softmax(z, probabilities); Console.WriteLine(z[0]); Brain.CrossEntropyFromProbabilities([|z|], label);",
        "call 'CrossEntropy'"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Brain.SoftmaxGradient([|logits|], p, array);",
        "pass the probabilities"
    )]
    [InlineData(
        "var p = new float[4]; Brain.LogSoftmax(logits, p); Brain.CrossEntropyFromProbabilities([|p|], label);",
        "'p' holds log-probabilities, and 'Brain.CrossEntropyFromProbabilities' takes probabilities: pass the probabilities"
    )]
    [InlineData(
        "var p = Alarm.LogSigmoid(array[0]); Alarm.BinaryCrossEntropyFromProbabilities([|p|], 1f);",
        "log-probabilities"
    )]
    public Task Logits_taken_for_probabilities_are_a_warning(string body, string message) =>
        Used.Breaks("SMG1006", body, message);

    [Theory]
    [InlineData("Brain.Softmax(logits, probabilities); Brain.CrossEntropyFromProbabilities(logits, label);")]
    [InlineData("Brain.Softmax(array, array); Brain.CrossEntropyFromProbabilities(array, label);")]
    [InlineData(
        "if (flag) { Brain.CrossEntropy(logits, label); } else { Brain.CrossEntropyFromProbabilities(logits, label); }"
    )]
    [InlineData(
        "if (flag) { Brain.CrossEntropy(logits, label); return; } Brain.CrossEntropyFromProbabilities(logits, label);"
    )]
    [InlineData(
        "var x = flag ? Brain.CrossEntropy(logits, label) : 0; Brain.CrossEntropyFromProbabilities(logits, label);"
    )]
    [InlineData(
        "var x = flag || Brain.CrossEntropy(logits, label) > 0; Brain.CrossEntropyFromProbabilities(logits, label);"
    )]
    [InlineData("Brain.CrossEntropy(array, label); array[0] = 1; Brain.CrossEntropyFromProbabilities(array, label);")]
    [InlineData("Brain.CrossEntropy(array, label); Run(array); Brain.CrossEntropyFromProbabilities(array, label);")]
    [InlineData(
        "Brain.CrossEntropy(array, label); array = new float[4]; Brain.CrossEntropyFromProbabilities(array, label);"
    )]
    [InlineData(
        "var p = new float[4]; Run(p); Brain.CrossEntropy(p, label); Run(p); Brain.CrossEntropyFromProbabilities(p, label);"
    )]
    [InlineData(
        "while (flag) { Brain.CrossEntropy(array, label); Brain.Softmax(logits, array); } Brain.CrossEntropyFromProbabilities(array, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.LogSoftmax(logits, p); p[0] = MathF.Exp(p[0]); Brain.CrossEntropyFromProbabilities(p, label);"
    )]
    [InlineData(
        "float[] own = new float[4]; ReadOnlySpan<float> view = Same(own); Brain.CrossEntropy(view, 0); Brain.Softmax(logits, own); Brain.CrossEntropyFromProbabilities(view, 0);"
    )]
    public Task What_may_be_probabilities_is_fine(string body) => Used.IsFine(body);

    [Theory]
    [InlineData("FourFloats scores = default; var p = scores; Brain.Softmax(p, p); Brain.CrossEntropy(scores, 1);")]
    [InlineData(
        "FourFloats z = default; FourFloats p = z; Brain.CrossEntropy(z, 1); Brain.CrossEntropyFromProbabilities(p, 1);"
    )]
    [InlineData("FourFloats p = default; Brain.Softmax(logits, p); p = default; Brain.CrossEntropy(p, 1);")]
    [InlineData(
        "var items = new FourFloats[2]; foreach (ref FourFloats p in items.AsSpan()) { Brain.Softmax(logits, p); items[0] = default; Brain.CrossEntropy(p, label); }"
    )]
    [InlineData("Brain.Softmax(logits, probabilities); Adding c = [1, 2]; Brain.CrossEntropy(probabilities, label);")]
    [InlineData(
        "Span<float> p = new float[4]; Brain.Softmax(logits, p); if (p is [_, .. var rest]) { rest.Fill(7); } Brain.CrossEntropy(p, label);"
    )]
    public Task Copies_and_newer_syntax_are_told_apart(string body) =>
        Used.IsFine(body, since: LanguageVersion.CSharp12);

    [Fact]
    public Task Where_a_value_is_yielded_others_go_on() =>
        Used.IsFine(
            """
            } public static System.Collections.Generic.IEnumerable<float> Each(float[] z, float[] p) {
                Brain.Softmax(z, p);
                yield return 0;
                yield return Brain.CrossEntropy(p, 1);
            """
        );

    [Theory]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); _ = p.Twist; Brain.CrossEntropy(p, label);")]
    [InlineData("var p = new float[4]; Brain.Softmax(logits, p); p.CopyTo(3); Brain.CrossEntropy(p, label);")]
    [InlineData("int n = 3; n.Bump(); Brain.Softmax(logits, new float[n]);")]
    public Task Extension_members_may_do_anything(string body) =>
        Used.IsFine(
            body
                + """
                } }
                public static class Extensions
                {
                    extension(ref int n) { public void Bump() => n++; }
                    extension(float[] p) { public int Twist { get { p[0] = 5; return 1; } } public void CopyTo(int x) { p[0] = x; } }
                    private static void More() {
                """,
            since: LanguageVersion.CSharp14
        );
}
