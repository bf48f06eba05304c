using System.Text.RegularExpressions;
using SoftmaxGen.Generators.Emission.Sigmoid;
using SoftmaxGen.Generators.Models;
using SoftmaxGen.Generators.Parsing;
using SoftmaxGen.Generators.Planning;

namespace SoftmaxGen.Generators.Emission;

/// <summary>Writes the file of one head.</summary>
internal static class HeadEmitter
{
    public static string Emit(HeadPlan headPlan) =>
        headPlan switch
        {
            SoftmaxHeadPlan(var head, var target, var plan) => Emit(
                head,
                HeaderTemplate.Render(head, plan),
                Members(head, target, plan),
                Usings(plan.Rows.Count > 0, plan.Rows.Count > 0)
            ),
            SigmoidHeadPlan(var head, var target, var plan) => Emit(
                head,
                SigmoidHeader.Render(head, plan),
                Members(head, target, plan),
                Usings(plan.HasVectors, countsBits: false)
            ),
            _ => throw new InvalidOperationException("A head of another kind."),
        };

    private static string Emit(HeadModel head, string header, string members, IEnumerable<string> usings)
    {
        var content = head.Types.Reverse().Aggregate(WithFullNames(members, head), Wrap);
        var body = head.Namespace is null
            ? content
            : CodeBlock.Render(
                $$"""
                namespace {{head.Namespace}}
                {
                    {{content}}
                }
                """
            );
        var file = CodeBlock.Stack(header, Directives(head, usings), WithFullNames(body, head));
        return LineWrapper.Wrap(file);
    }

    /// <summary>Writes the names in full that mean something else where the user's type stands. Comments stay as they are.</summary>
    private static string WithFullNames(string code, HeadModel head)
    {
        if (head.ShadowedNames.Count == 0)
        {
            return code;
        }

        var names = new Regex($@"(?<![\w.:]|//.*)(?:{string.Join("|", head.ShadowedNames)})(?!\w)");
        return names.Replace(code, name => $"global::{ShadowedNames.FullNames[name.Value]}.{name.Value}");
    }

    private static string Members(HeadModel head, TargetModel target, KernelPlan plan) =>
        CodeBlock.Stack(
            new RowMembers(plan).Render(),
            new BatchMembers(plan).Render(),
            KernelClassTemplate.Render(head, target, plan)
        );

    private static string Members(HeadModel head, TargetModel target, SigmoidPlan plan) =>
        CodeBlock.Stack(
            new SigmoidRowMembers(plan).Render(),
            plan.HasSingleOutput ? new SingleOutputMembers(plan).Render() : "",
            new SigmoidBatchMembers(plan).Render(),
            SigmoidKernelTemplate.Render(head, target, plan)
        );

    private static string Wrap(string content, TypeModel type) =>
        CodeBlock.Render(
            $$"""
            partial {{type.Keyword}} {{type.DisplayName}}
            {
                {{content}}
            }
            """
        );

    private static string Directives(HeadModel head, IEnumerable<string> usings) =>
        CodeBlock.Stack(
            CodeBlock.Lines(
                "#nullable enable",
                head.HasBaseClass
                    ? "#pragma warning disable CS0108, CS0114 // A base class may be a head too: its members are hidden on purpose."
                    : ""
            ),
            CodeBlock.Lines(
                usings
                    .Select(name => $"using {name};")
                    .Append("using static System.Runtime.CompilerServices.MethodImplOptions;")
            )
        );

    private static IEnumerable<string> Usings(bool hasVectors, bool countsBits)
    {
        yield return "SoftmaxGen";
        yield return "System";
        yield return "System.CodeDom.Compiler";
        if (countsBits)
        {
            yield return "System.Numerics";
        }

        yield return "System.Runtime.CompilerServices";
        yield return "System.Runtime.InteropServices";
        if (hasVectors)
        {
            yield return "System.Runtime.Intrinsics";
            yield return "System.Runtime.Intrinsics.Arm";
            yield return "System.Runtime.Intrinsics.X86";
        }
    }
}
