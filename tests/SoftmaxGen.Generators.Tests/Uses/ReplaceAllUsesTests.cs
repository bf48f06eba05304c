using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;
using static SoftmaxGen.Generators.Tests.Uses.ReplaceUseTests;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>Rules SMG1001 to SMG1008: several diagnostics of one rule in one run.</summary>
public class ReplaceAllUsesTests
{
    [Fact]
    public Task All_of_a_document_are_fixed_together() =>
        Scenario("SMG1005")
            .MendsAll(
                FixAllScope.Document,
                [
                    Project(
                        "var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropy(p, label); Brain.CrossEntropy(p, 1);"
                    ),
                ],
                [
                    Project(
                        "var p = new float[4]; Brain.Softmax(logits, p); Brain.CrossEntropyFromProbabilities(p, label); Brain.CrossEntropyFromProbabilities(p, 1);"
                    ),
                ]
            );

    [Fact]
    public Task Rows_of_one_local_are_fixed_once() =>
        Scenario("SMG1001")
            .MendsAll(
                FixAllScope.Project,
                [Project("var p = new float[3]; Brain.Softmax(logits, p); Brain.Softmax(array, p);")],
                [Project("var p = new float[Brain.Classes]; Brain.Softmax(logits, p); Brain.Softmax(array, p);")]
            );

    [Fact]
    public Task Of_calls_in_one_another_the_outer_is_fixed_first() =>
        (Scenario("SMG1005") with { Leaves = 1 }).MendsAll(
            FixAllScope.Solution,
            [Project("var p = Alarm.Sigmoid(array[0]); Alarm.BinaryCrossEntropy(p, Alarm.BinaryCrossEntropy(p, 1f));")],
            [
                Project(
                    "var p = Alarm.Sigmoid(array[0]); Alarm.BinaryCrossEntropyFromProbabilities(p, Alarm.BinaryCrossEntropy(p, 1f));"
                ),
            ]
        );
}
