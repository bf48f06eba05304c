using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Analyzers;
using SoftmaxGen.CodeFixes.ForUses;
using SoftmaxGen.Generators.Tests.Fixes;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Rules SMG1001 to SMG1008: the fix is what the diagnostic says, and compiles.</summary>
public class ReplaceUseTests
{
    internal static FixScenario Scenario(string rule) => new(rule, new ReplaceUse(), new UseAnalyzer());

    internal static SourceProject Project(string body) =>
        new("Uses", Used.Method(body)) { Metadata = [HeadLibrary.Reference] };

    private static async Task Mends(string rule, string body, string expected, LanguageVersion since)
    {
        foreach (var version in Used.Versions.Where(version => version >= since))
        {
            await (Scenario(rule) with { Language = version }).MendsFirst([Project(body)], [Project(expected)]);
        }
    }

    [Theory]
    [InlineData(
        "Brain.Softmax(new float[3], probabilities);",
        "Brain.Softmax(new float[Brain.Classes], probabilities);"
    )]
    [InlineData(
        "Span<float> p = stackalloc float[/* three */ Three]; Brain.Softmax(logits, p);",
        "Span<float> p = stackalloc float[/* three */ Brain.Classes]; Brain.Softmax(logits, p);"
    )]
    [InlineData("Tags.Sigmoid(logits, new float[4]);", "Tags.Sigmoid(logits, new float[Tags.Outputs]);")]
    [InlineData(
        "var p = new float[3]; p[0] = 1; Span<float> q = p; Brain.Softmax(q, p); Brain.Predict(p); label += (int)q[label];",
        "var p = new float[Brain.Classes]; p[0] = 1; Span<float> q = p; Brain.Softmax(q, p); Brain.Predict(p); label += (int)q[label];"
    )]
    [InlineData(
        "var p = new float[5]; Brain.Softmax(logits, p);",
        "var p = new float[Brain.Classes]; Brain.Softmax(logits, p);"
    )]
    [InlineData(
        "var p = new float[5]; Brain.Softmax(logits, p); label = (int)p[3];",
        "var p = new float[Brain.Classes]; Brain.Softmax(logits, p); label = (int)p[3];"
    )]
    public Task A_length_becomes_the_constant_of_the_head(string body, string expected) =>
        Mends("SMG1001", body, expected, LanguageVersion.CSharp9);

    [Theory]
    [InlineData("Brain.Softmax(new float[8], new float[8]);", "Brain.SoftmaxBatch(new float[8], new float[8]);")]
    [InlineData(
        "Span<float> p = stackalloc float[12]; Brain.LogSoftmax(/* all */ p, p);",
        "Span<float> p = stackalloc float[12]; Brain.LogSoftmaxBatch(/* all */ p, p);"
    )]
    [InlineData(
        "var p = new float[6]; Tags.SigmoidDerivative(p, p);",
        "var p = new float[6]; Tags.SigmoidDerivativeBatch(p, p);"
    )]
    [InlineData("Tags.Predict(new float[6], new bool[6]);", "Tags.PredictBatch(new float[6], new bool[6]);")]
    public Task Whole_rows_go_to_the_member_for_batches(string body, string expected) =>
        Mends("SMG1001", body, expected, LanguageVersion.CSharp9);

    [Theory]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropy(p, label);",
        "var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropyFromProbabilities(p, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); var x = 1 + Brain.CrossEntropy(label: label, /* p */ logits: p);",
        "var p = new float[4]; Brain.Softmax(logits, p); var x = 1 + Brain.CrossEntropyFromProbabilities(label: label, /* p */ probabilities: p);"
    )]
    [InlineData(
        "var p = new float[8]; Brain.SoftmaxBatch(logits, p); Brain.CrossEntropyBatch(p, labels, Reduction.Sum);",
        "var p = new float[8]; Brain.SoftmaxBatch(logits, p); Brain.CrossEntropyFromProbabilitiesBatch(p, labels, Reduction.Sum);"
    )]
    [InlineData(
        "var p = new float[3]; Tags.Sigmoid(logits, p); Tags.BinaryCrossEntropy(p, array);",
        "var p = new float[3]; Tags.Sigmoid(logits, p); Tags.BinaryCrossEntropyFromProbabilities(p, array);"
    )]
    [InlineData(
        "var p = Alarm.Sigmoid(array[0]); Alarm.BinaryCrossEntropy(target: 1f, logit: p);",
        "var p = Alarm.Sigmoid(array[0]); Alarm.BinaryCrossEntropyFromProbabilities(target: 1f, probability: p);"
    )]
    public Task Probabilities_go_to_the_member_for_probabilities(string body, string expected) =>
        Mends("SMG1005", body, expected, LanguageVersion.CSharp9);

    [Theory]
    [InlineData(
        "Brain.LogSumExp(logits); Brain.CrossEntropyFromProbabilities(logits, label);",
        "Brain.LogSumExp(logits); Brain.CrossEntropy(logits, label);"
    )]
    [InlineData(
        "Brain.LogSumExp(logits); Brain.CrossEntropyFromProbabilities(probabilities: logits, label: 2);",
        "Brain.LogSumExp(logits); Brain.CrossEntropy(logits: logits, label: 2);"
    )]
    public Task Logits_go_to_the_member_for_logits(string body, string expected) =>
        Mends("SMG1006", body, expected, LanguageVersion.CSharp9);

    [Theory]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = 2 * -MathF.Log(p[label]) + 1;",
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = 2 * Brain.CrossEntropy(logits, label) + 1;"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = -Math.Log(p[label]);",
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = (double)Brain.CrossEntropy(logits, label);"
    )]
    [InlineData(
        "var p = new double[10]; Digit.Softmax(doubles, p); var loss = -Math.Log(p[label]);",
        "var p = new double[10]; Digit.Softmax(doubles, p); var loss = Digit.CrossEntropy(doubles, label);"
    )]
    [InlineData(
        "Brain.Softmax(array, array); var loss = -MathF.Log(array[label]);",
        "Brain.Softmax(array, array); var loss = Brain.CrossEntropyFromProbabilities(array, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = -MathF.Log(MathF.Max(p[label], 1e-7f));",
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = Brain.CrossEntropy(logits, label);"
    )]
    [InlineData(
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = -(float)Math.Log(p[label]);",
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = Brain.CrossEntropy(logits, label);"
    )]
    [InlineData(
        "const float eps = 1e-9f; var p = new float[4]; Brain.Softmax(logits, p); var loss = -MathF.Log(p[label] + eps); loss += eps;",
        "const float eps = 1e-9f; var p = new float[4]; Brain.Softmax(logits, p); var loss = Brain.CrossEntropy(logits, label); loss += eps;"
    )]
    public Task A_logarithm_becomes_the_loss(string body, string expected) =>
        Mends("SMG1007", body, expected, LanguageVersion.CSharp9);

    [Theory]
    [InlineData(
        "for (var r = 0; r < rows; r++) { Brain.Softmax(logits.Slice(r * 4, 4), array.AsSpan(r * 4, 4)); }",
        "Brain.SoftmaxBatch(logits.Slice(0, rows * Brain.Classes), array.AsSpan(0, rows * Brain.Classes));"
    )]
    [InlineData(
        "for (var r = 0; r < logits.Length / 4; r++) { Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }",
        "Brain.SoftmaxBatch(logits.Slice(0, logits.Length / 4 * Brain.Classes), probabilities.Slice(0, logits.Length / 4 * Brain.Classes));"
    )]
    [InlineData(
        "for (var i = 0; i < logits.Length; i += 4) { Brain.Softmax(logits.Slice(i, 4), probabilities[i..(i + 4)]); }",
        "Brain.SoftmaxBatch(logits, probabilities.Slice(0, logits.Length));"
    )]
    [InlineData(
        "var loss = 0f; for (var r = 0; r < labels.Length; r++) { loss += Brain.CrossEntropy(logits.Slice(r * 4, 4), labels[r]); }",
        "var loss = 0f; loss += Brain.CrossEntropyBatch(logits.Slice(0, labels.Length * Brain.Classes), labels, Reduction.Sum);"
    )]
    [InlineData(
        "var loss = 0f; for (var i = 0; i < logits.Length; i += 4) { loss += Brain.CrossEntropy(logits.Slice(i, 4), labels[i / 4]); }",
        "var loss = 0f; loss += Brain.CrossEntropyBatch(logits, labels.Slice(0, logits.Length / Brain.Classes), Reduction.Sum);"
    )]
    [InlineData(
        "for (var r = 0; r < rows; r++) { array[r] = Brain.CrossEntropy(logits.Slice(r * 4, 4), labels[r]); }",
        "Brain.CrossEntropyBatch(logits.Slice(0, rows * Brain.Classes), labels.Slice(0, rows), array.AsSpan(0, rows));"
    )]
    [InlineData(
        "var found = new Move[rows]; for (var r = 0; r < found.Length; r++) { found[r] = Player.Predict(logits.Slice(r * 3, 3)); }",
        "var found = new Move[rows]; Player.PredictBatch(logits.Slice(0, found.Length * Player.Classes), found);"
    )]
    [InlineData(
        "var loss = 0.0; for (var r = 0; r < rows; r++) { var row = logits.Slice(r * 4, 4); loss += Brain.CrossEntropyGradient(row, labels[r], array.AsSpan(r * 4, 4)); }",
        "var loss = 0.0; loss += Brain.CrossEntropyGradientBatch(logits.Slice(0, rows * Brain.Classes), labels.Slice(0, rows), array.AsSpan(0, rows * Brain.Classes), Reduction.Sum);"
    )]
    [InlineData(
        "var loss = 0f; for (var r = 0; r < rows; r++) { loss += Brain.CrossEntropy(label: labels[r], logits: logits.Slice(r * 4, 4)); }",
        "var loss = 0f; loss += Brain.CrossEntropyBatch(logits.Slice(0, rows * Brain.Classes), labels.Slice(0, rows), Reduction.Sum);"
    )]
    public Task A_loop_becomes_one_call(string body, string expected) =>
        Mends("SMG1008", body, expected, LanguageVersion.CSharp9);

    [Theory]
    [InlineData("SMG1001", "Brain.Softmax(new[] { 1f, 2f, 3f }, probabilities);")]
    [InlineData("SMG1001", "Brain.Softmax(logits.Slice(0, 3), probabilities);")]
    [InlineData("SMG1005", "var p = new float[4]; Brain.Softmax(logits, p); Brain.Sample(p, 0.5f);")]
    [InlineData(
        "SMG1006",
        "var p = new float[4]; Brain.LogSoftmax(logits, p); Brain.CrossEntropyFromProbabilities(p, label);"
    )]
    [InlineData(
        "SMG1008",
        "for (var r = 0; r < rows; r++) { /* why */ Brain.Softmax(logits.Slice(r * 4, 4), probabilities.Slice(r * 4, 4)); }"
    )]
    [InlineData(
        "SMG1007",
        "var p = new float[4]; Brain.Softmax(logits, p); var loss = -MathF.Log(p[/* the true class */ label]);"
    )]
    [InlineData(
        "SMG1007",
        "const float eps = 1e-9f; var p = new float[4]; Brain.Softmax(logits, p); var loss = -MathF.Log(p[label] + eps);"
    )]
    [InlineData("SMG1001", "Span<float> p = stackalloc float[3]; Tags.Sigmoid(array, p); Brain.Softmax(logits, p);")]
    [InlineData(
        "SMG1001",
        "var p = new float[8]; Brain.SoftmaxBatch(new float[8], p); Brain.CrossEntropyGradient(logits, 1, p);"
    )]
    [InlineData("SMG1001", "var p = new float[8]; Brain.Softmax(logits, p);")]
    [InlineData("SMG1001", "Brain.Softmax(new float[8], new float[12]);")]
    [InlineData("SMG1001", "Brain.Softmax(logits: new float[8], probabilities: new float[8]);")]
    [InlineData("SMG1001", "var p = new float[5]; Brain.Softmax(logits, p); label = (int)p[4];")]
    [InlineData("SMG1001", "var p = new float[3]; Brain.Softmax(logits, p); label = (int)p[^1];")]
    [InlineData("SMG1001", "var p = new float[3]; Brain.Softmax(logits, p); label = p.Length;")]
    [InlineData("SMG1001", "var p = new float[3]; Brain.Softmax(logits, p); foreach (var x in p) { label++; }")]
    [InlineData("SMG1001", "var p = new float[3]; array.AsSpan(0, 3).CopyTo(p); Brain.Softmax(logits, p);")]
    [InlineData("SMG1001", "var p = new float[3]; Tags.Sigmoid(p, p); var q = p; Brain.Softmax(logits, q);")]
    [InlineData("SMG1001", "var p = new float[3]; var all = new[] { p }; Brain.Softmax(logits, p);")]
    public Task Nothing_is_offered_that_loses_something(string rule, string body) =>
        Scenario(rule).OffersNothing([Project(body)]);

    [Fact]
    public Task The_constant_is_qualified_where_another_has_its_name()
    {
        const string source = """
            using System;
            using static Brain;
            using static Digit;

            public static class User
            {
                public static void Use(float[] logits) => Softmax(logits, new float[3]);
            }
            """;
        return Scenario("SMG1001")
            .MendsFirst(
                [new SourceProject("Uses", source) { Metadata = [HeadLibrary.Reference] }],
                [
                    new SourceProject("Uses", source.Replace("[3]", "[Brain.Classes]", StringComparison.Ordinal))
                    {
                        Metadata = [HeadLibrary.Reference],
                    },
                ]
            );
    }

    [Fact]
    public Task An_extension_that_is_not_in_scope_is_called_by_its_name()
    {
        const string head = "public static class User { public static void Use(float[] z, int rows) { ";
        return Scenario("SMG1008")
            .MendsFirst(
                [
                    new SourceProject(
                        "Uses",
                        head
                            + "for (var r = 0; r < rows; r++) { Brain.Softmax(System.MemoryExtensions.AsSpan(z, r * 4, 4), System.MemoryExtensions.AsSpan(z, r * 4, 4)); } } }"
                    )
                    {
                        Metadata = [HeadLibrary.Reference],
                    },
                ],
                [
                    new SourceProject(
                        "Uses",
                        head
                            + "Brain.SoftmaxBatch(System.MemoryExtensions.AsSpan(z, 0, rows * Brain.Classes), System.MemoryExtensions.AsSpan(z, 0, rows * Brain.Classes)); } }"
                    )
                    {
                        Metadata = [HeadLibrary.Reference],
                    },
                ]
            );
    }
}
