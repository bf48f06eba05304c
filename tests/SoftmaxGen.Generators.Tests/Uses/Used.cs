using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SoftmaxGen.Analyzers;
using SoftmaxGen.Tests.Shared;
using Xunit;

namespace SoftmaxGen.Generators.Tests.Uses;

/// <summary>What the rules about uses say of the body of a method, at each language version whose conversions differ.</summary>
internal static class Used
{
    public static readonly LanguageVersion[] Versions =
    [
        LanguageVersion.CSharp9,
        LanguageVersion.CSharp12,
        LanguageVersion.CSharp14,
    ];

    /// <summary>
    /// The rule is broken at each text in <c>[|</c> and <c>|]</c>, and no rule anywhere else. The body compiles.
    /// </summary>
    public static async Task Breaks(
        string rule,
        string body,
        string? message = null,
        LanguageVersion since = LanguageVersion.CSharp9
    )
    {
        foreach (var version in Versions.Where(version => version >= since))
        {
            var (source, marks) = Unmark(Method(body));
            var diagnostics = await UserCode.Analyze(Compile(source, version), new UseAnalyzer());

            Assert.All(diagnostics, diagnostic => Assert.Equal(rule, diagnostic.Id));
            Assert.Equal(
                marks.Select(mark => source.Substring(mark.Start, mark.Length)),
                diagnostics.Select(diagnostic => TextAt(diagnostic, source))
            );
            Assert.Equal(marks, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan));
            Assert.All(
                diagnostics,
                diagnostic => Assert.Contains(message ?? "", diagnostic.GetMessage(), StringComparison.Ordinal)
            );
            Assert.All(diagnostics, diagnostic => Assert.DoesNotMatch(@"\{\d\}", diagnostic.GetMessage()));
        }
    }

    public static Task IsFine(string body, LanguageVersion since = LanguageVersion.CSharp9) =>
        Breaks(rule: "none", body, since: since);

    public static CSharpCompilation Compile(string source, LanguageVersion version)
    {
        var compilation = CSharpCompilation.Create(
            "Uses",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version))],
            Framework.Current.References.Append(Framework.Current.Attributes).Append(HeadLibrary.Reference),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>The body in a method with what bodies use.</summary>
    public static string Method(string body) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Runtime.CompilerServices;
            using System.Runtime.InteropServices;
            using SoftmaxGen;

            public class User
            {
                private const int Three = 3;
                private readonly float[] field = new float[3];
                protected int counter;

                public static void Run(float[] any) { }
                public static ReadOnlySpan<float> Same(ReadOnlySpan<float> any) => any;
                public static void Exchange(ref float[] any) { any = new float[4]; }

                public void Use(
                    ReadOnlySpan<float> logits, Span<float> probabilities, float[] array, ReadOnlySpan<double> doubles,
                    ReadOnlySpan<int> labels, int rows, int label, bool flag)
                {
                    {{body}}
                }
            }
            """;

    private static string TextAt(Diagnostic diagnostic, string source) =>
        source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);

    private static (string Source, IReadOnlyList<TextSpan> Marks) Unmark(string marked)
    {
        var marks = new List<TextSpan>();
        var source = marked;
        for (var start = source.IndexOf("[|", StringComparison.Ordinal); start >= 0; )
        {
            source = source.Remove(start, 2);
            var end = source.IndexOf("|]", StringComparison.Ordinal);
            source = source.Remove(end, 2);
            marks.Add(TextSpan.FromBounds(start, end));
            start = source.IndexOf("[|", StringComparison.Ordinal);
        }

        return (source, marks);
    }
}
