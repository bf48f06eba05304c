using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>Emitted code compiles without a warning wherever a head may stand, and runs.</summary>
public class EmittedCodeTests
{
    private delegate float Loss(ReadOnlySpan<float> logits, int label);

    private delegate float BatchLoss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Reduction reduction);

    [Theory]
    [MemberData(nameof(HeadDeclarations.All), MemberType = typeof(HeadDeclarations))]
    public void A_head_may_stand_anywhere(string type, string source) =>
        AssertRuns(new HeadCompiler(Framework.Current).Load(source), type);

    [Theory]
    [InlineData("netstandard2.0", LanguageVersion.CSharp9, true)]
    [InlineData("netstandard2.0", LanguageVersion.CSharp9, false)]
    [InlineData("net8.0", LanguageVersion.CSharp9, true)]
    [InlineData("net8.0", LanguageVersion.Latest, false)]
    [InlineData("net10.0", LanguageVersion.CSharp9, true)]
    [InlineData("net10.0", LanguageVersion.Preview, false)]
    public void Every_layout_compiles_without_a_warning_and_runs(
        string framework,
        LanguageVersion language,
        bool checkedArithmetic
    )
    {
        int[] classCounts = [2, 3, 4, 5, 7, 8, 9, 16, 17, 20, 32, 33, 64, 100, 129, 1000, 1025, 40000];
        var compiler = new HeadCompiler(FrameworkOf(framework))
        {
            Language = language,
            CheckedArithmetic = checkedArithmetic,
        };
        var heads = classCounts.Select(classes =>
            $"[SoftmaxGen.SoftmaxHead(Classes = {classes})] public static partial class Head{classes} {{ }}"
        );

        var assembly = compiler.Load([.. heads]);

        Assert.All(classCounts, classes => AssertRuns(assembly, $"Head{classes}"));
    }

    [Theory]
    [InlineData("\u2212", ",", "\u2019")]
    [InlineData("\u200f-", "\u066b", "\u066c")]
    [InlineData("minus ", "point", " ")]
    public void Text_is_the_same_under_every_culture(
        string negativeSign,
        string decimalSeparator,
        string groupSeparator
    )
    {
        const string source =
            "[SoftmaxGen.SoftmaxHead(Classes = 1000, Temperature = 0.7, IgnoreIndex = -1)] partial class Title { }";
        var expected = new HeadCompiler(Framework.Current).Generate(source);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = HostileCulture(negativeSign, decimalSeparator, groupSeparator);
            Assert.Equal(expected, new HeadCompiler(Framework.Current).Generate(source));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Text_does_not_depend_on_the_order_of_heads()
    {
        const string first = "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class First { }";
        const string second = "[SoftmaxGen.SoftmaxHead(Classes = 5)] partial class Second { }";
        var compiler = new HeadCompiler(Framework.Current);

        var forward = compiler.Generate(first, second);
        var backward = compiler.Generate(second, first);

        Assert.Equal(forward.OrderBy(file => file.Key), backward.OrderBy(file => file.Key));
    }

    [Fact]
    public void Names_that_differ_only_in_case_are_different_files()
    {
        const string source =
            "[SoftmaxGen.SoftmaxHead(Classes = 3)] partial class Head { } [SoftmaxGen.SoftmaxHead(Classes = 3)] partial class HEAD { }";
        var assembly = new HeadCompiler(Framework.Current).Load(source);
        AssertRuns(assembly, "Head");
        AssertRuns(assembly, "HEAD");
    }

    private static void AssertRuns(Assembly assembly, string typeName)
    {
        var type = assembly.GetType(typeName, throwOnError: true)!;
        if (type.IsGenericTypeDefinition)
        {
            type = type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(string))]);
        }

        var classes = (int)type.GetField("Classes")!.GetRawConstantValue()!;
        var loss = type.GetMethod("CrossEntropy", [typeof(ReadOnlySpan<float>), typeof(int)])!.CreateDelegate<Loss>();
        var logits = Enumerable.Range(0, classes).Select(i => (i * 7 % 11) - 5f).ToArray();
        var expected = Math.Log(logits.Sum(logit => Math.Exp(logit))) - logits[1];
        Assert.Equal(expected, loss(logits, 1), expected * 1e-6);

        var batch = type.GetMethod(
            "CrossEntropyBatch",
            [typeof(ReadOnlySpan<float>), typeof(ReadOnlySpan<int>), typeof(Reduction)]
        )!;
        Assert.Equal((int)Reduction.Mean, Convert.ToInt32(batch.GetParameters()[2].DefaultValue));
        var rows = Enumerable.Repeat(logits, 17).SelectMany(row => row).ToArray();
        var labels = Enumerable.Repeat(1, 17).ToArray();
        Assert.Equal(expected, batch.CreateDelegate<BatchLoss>()(rows, labels, Reduction.Mean), expected * 1e-6);
    }

    private static Framework FrameworkOf(string name) =>
        new[] { Framework.NetStandard, Framework.Net8, Framework.Current }.Single(framework => framework.Name == name);

    private static CultureInfo HostileCulture(string negativeSign, string decimalSeparator, string groupSeparator)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = negativeSign;
        culture.NumberFormat.NumberDecimalSeparator = decimalSeparator;
        culture.NumberFormat.NumberGroupSeparator = groupSeparator;
        culture.NumberFormat.NumberGroupSizes = [2];
        culture.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
        return culture;
    }
}
