using System.Globalization;
using System.Text;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Names;

/// <summary>The names of emitted files: any file system takes them, and a reader finds a head or a plan by them.</summary>
public class FileNameTests
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 3)] public partial class";

    /// <summary>A public report: 390 characters without a limit.</summary>
    private const string LongHead = """
        namespace Contoso.Industrial.Monitoring.PredictiveMaintenance.Infrastructure.MachineLearning.Classification.Heads
        {
            public static partial class HydraulicPressureAnomalyDetectionPipelineConfigurationForNorthernFacilities<TMeasurementSource, TCalibrationProfile, TOperatingEnvironment>
            {
                public static partial class SecondaryCoolingCircuitFaultClassifierWithExtendedDiagnosticCapabilities<TSecondaryMeasurementSource>
                {
                    [SoftmaxGen.SoftmaxHead(Classes = 3)] public static partial class RootCauseClassificationHead { }
                }
            }
        }
        """;

    [Theory]
    [InlineData("namespace Game { HEAD Brain { } }", "Game.Brain")]
    [InlineData("HEAD Brain { }", "Brain")]
    [InlineData("namespace A.B { partial struct Outer<T, U> { HEAD Brain<V> { } } }", "A.B.Outer{T, U}.Brain{V}")]
    [InlineData("namespace @class { HEAD @int { } }", "class.int")]
    public void A_short_name_is_that_of_the_type(string source, string name) =>
        Assert.Equal([$"{name}.SoftmaxHead.g.cs"], OfHeads(source.Replace("HEAD", Head, StringComparison.Ordinal)));

    [Fact]
    public void A_long_name_ends_as_the_type_does_and_has_a_checksum() =>
        Assert.Equal(
            ["bilities{TSecondaryMeasurementSource}.RootCauseClassificationHead.0d056ca3fa66eb39.SoftmaxHead.g.cs"],
            OfHeads(LongHead)
        );

    [Fact]
    public void The_longest_name_that_stays_whole_has_99_characters() =>
        Assert.Equal(
            [
                new string('A', 99 - Ending.Length) + Ending,
                new string('A', 99 - 17 - Ending.Length) + ".b4467d0d46f2caf2" + Ending,
            ],
            OfHeads(
                $"{Head} {new string('A', 99 - Ending.Length)} {{ }} {Head} {new string('A', 100 - Ending.Length)} {{ }}"
            )
        );

    private const string Ending = ".SoftmaxHead.g.cs";

    /// <summary>A letter takes up to three bytes, and a name of some file systems 255.</summary>
    [Theory]
    [InlineData("頭")]
    [InlineData("Ä")]
    [InlineData("Ⅷ")]
    [InlineData("_")]
    public void Names_of_any_letters_are_short(string letter) =>
        AssertShort(
            new HeadCompiler(Framework.Current)
                .Generate([
                    .. Enumerable.Range(1, 120).Select(length => $"{Head} {Repeated(letter, length)} {{ }}"),
                    .. Enumerable
                        .Range(1, 60)
                        .Select(length =>
                            $"namespace {string.Join(".", Enumerable.Repeat(letter + "1", length))} {{ {Head} Head<T{letter}, U> {{ }} }}"
                        ),
                ])
                .Keys,
            atLeast: 180
        );

    [Fact]
    public void Long_names_with_the_same_end_are_different()
    {
        var end = new string('B', 120);
        var files = OfHeads([
            .. Enumerable.Range(0, 10).Select(i => $"namespace N{i} {{ {Head} {end} {{ }} }}"),
            $"namespace N0.N1 {{ {Head} {end} {{ }} }}",
            $"namespace N0 {{ partial class Outer<T> {{ {Head} {end} {{ }} }} }}",
        ]);
        AssertShort(files, atLeast: 12);
    }

    [Fact]
    public void Names_that_differ_in_case_alone_are_different_for_any_file_system()
    {
        var tail = new string('c', 120);
        var files = OfHeads(
            $"namespace Game {{ {Head} Brain {{ }} {Head} BRAIN {{ }} {Head} Other {{ }} }}",
            $"namespace GAME {{ {Head} Brain {{ }} }}",
            $"{Head} A{tail} {{ }} {Head} @a{tail} {{ }} {Head} Ä{tail} {{ }} {Head} @ä{tail} {{ }}"
        );
        AssertShort(files, atLeast: 8);
        Assert.Contains($"Game.Other{Ending}", files);
    }

    [Fact]
    public void Heads_of_two_kinds_have_different_names_anyway() =>
        Assert.Equal(
            ["A.BRAIN.SoftmaxHead.g.cs", "A.Brain.SigmoidHead.g.cs"],
            OfHeads(
                $"namespace A {{ [SoftmaxGen.SigmoidHead(Outputs = 3)] partial class Brain {{ }} {Head} BRAIN {{ }} }}"
            )
        );

    /// <summary>Heads with the names of our files do not take them.</summary>
    [Fact]
    public void Heads_with_the_names_of_kernels_have_other_files() =>
        AssertShort(
            new HeadCompiler(Framework.Current)
                .Generate($"namespace SoftmaxGen {{ {Head} Classes3 {{ }} {Head} Floats {{ }} {Head} Checks {{ }} }}")
                .Keys,
            atLeast: 8
        );

    [Theory]
    [InlineData("float", 0.123456789, 0.987654321)]
    [InlineData("double", 0.00012345678901234567, 0.98765432109876543)]
    public void Kernels_with_all_options_and_most_weights_have_short_names(
        string element,
        double temperature,
        double smoothing
    )
    {
        var weights = string.Join(", ", Enumerable.Range(0, 4096).Select(i => $"{i % 7}.5"));
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"Element = typeof({element}), LabelSmoothing = {smoothing:R}"
        );
        string Softmax(int ignored) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"[SoftmaxGen.SoftmaxHead(Classes = 4096, {options}, Temperature = {temperature:R}, IgnoreIndex = {ignored}, ClassWeights = new[] {{ {weights} }}, FullyMasked = SoftmaxGen.FullyMasked.Zero)] partial class Head{Math.Abs((long)ignored)} {{ }}"
            );
        var files = new HeadCompiler(Framework.Current)
            .Generate(
                Softmax(int.MinValue),
                Softmax(-2147483647),
                Softmax(int.MaxValue - 1),
                $"[SoftmaxGen.SigmoidHead(Outputs = 4096, {options}, PositiveWeights = new[] {{ {weights} }})] partial class Tags {{ }}"
            )
            .Keys;
        AssertShort(files, atLeast: 12);
        Assert.Equal(
            3,
            files.Count(file =>
                file.StartsWith(
                    $"SoftmaxGen.Classes4096{(element == "double" ? "OfDoubles" : "")}Temperature0_",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Fact]
    public void Files_of_kernels_and_of_what_they_share_say_what_is_in_them() =>
        Assert.Equal(
            [
                "SoftmaxGen.Checks.g.cs",
                "SoftmaxGen.Classes10OfDoublesTemperature0_5.g.cs",
                "SoftmaxGen.Classes3.byte.g.cs",
                "SoftmaxGen.Classes3.g.cs",
                "SoftmaxGen.Doubles.Numbers.g.cs",
                "SoftmaxGen.Floats.Numbers.g.cs",
                "SoftmaxGen.Floats.Outputs.g.cs",
                "SoftmaxGen.Floats.byte.g.cs",
                "SoftmaxGen.Outputs2Smoothing0_25.g.cs",
            ],
            new HeadCompiler(Framework.NetStandard)
                .Generate(
                    "enum Act : byte { A, B, C } [SoftmaxGen.SoftmaxHead(Labels = typeof(Act))] partial class Brain { }",
                    "[SoftmaxGen.SoftmaxHead(Classes = 10, Element = typeof(double), Temperature = 0.5)] partial class Ten { }",
                    "[SoftmaxGen.SigmoidHead(Outputs = 2, LabelSmoothing = 0.25)] partial class Tags { }"
                )
                .Keys.Where(file => !Silent.IsOfHead(file))
                .Order(StringComparer.Ordinal)
        );

    private static string Repeated(string letter, int count) => string.Concat(Enumerable.Repeat(letter, count));

    private static IReadOnlyList<string> OfHeads(params string[] sources) =>
        [.. new HeadCompiler(Framework.Current).Generate(sources).Keys.Where(Silent.IsOfHead)];

    private static void AssertShort(IEnumerable<string> names, int atLeast)
    {
        var files = names.ToList();
        Assert.True(files.Count >= atLeast, $"{files.Count}");
        Assert.Equal(files.Count, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file => Assert.InRange(file.Length, 1, 99));
        Assert.All(files, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, 255));
    }
}
