using Xunit;

namespace SoftmaxGen.Package.Tests;

/// <summary>What the package's build target says, where a compiler cannot.</summary>
public class ProjectWarningTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Head = "[SoftmaxGen.SoftmaxHead(Classes = 4)] public static partial class Head { }";

    [Fact]
    public void A_project_of_another_language()
    {
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", Head);
        consumer.Write("Heads.fs", "module Heads\n[<SoftmaxGen.SoftmaxHead(Classes = 4)>]\ntype Head() = class end\n");
        consumer.Write(
            "Heads.fsproj",
            consumer
                .Read("Consumer.csproj")
                .Replace(
                    "</Project>",
                    "<ItemGroup><Compile Include=\"Heads.fs\" /></ItemGroup></Project>",
                    StringComparison.Ordinal
                )
        );

        Assert.Contains(
            "warning SMGB01: SoftmaxGen writes C#",
            consumer.Dotnet("build", "Heads.fsproj"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ExcludeAssets=\"runtime\"")]
    [InlineData("ExcludeAssets=\"native; Runtime\"")]
    [InlineData("IncludeAssets=\"compile; build; analyzers\"")]
    public void A_reference_without_the_library_at_run_time(string assets)
    {
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", Head);
        consumer.Edit("Include=\"SoftmaxGen\"", $"Include=\"SoftmaxGen\" {assets}");

        Assert.Contains("warning SMGB02: ", consumer.Dotnet("build"), StringComparison.Ordinal);
    }

    /// <summary>It stands before the errors about members that are not there.</summary>
    [Fact]
    public void An_old_language()
    {
        const string use = " public static class Use { public static int Count => Head.Classes; }";
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", Head + use);
        consumer.Edit("<Nullable>enable</Nullable>", "<LangVersion>7.3</LangVersion>");
        consumer.Edit("<ImplicitUsings>enable</ImplicitUsings>", "");

        var output = Assert.Throws<InvalidOperationException>(() => consumer.Dotnet("build")).Message;

        Assert.Contains("C# 7.3", output, StringComparison.Ordinal);
        Assert.InRange(
            output.IndexOf("warning SMGB03", StringComparison.Ordinal),
            0,
            output.IndexOf("error CS0117", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_old_language_without_heads()
    {
        const string source = "public static class Use { public static SoftmaxGen.Reduction Reduction; }";
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", source);
        consumer.Edit("<Nullable>enable</Nullable>", "<LangVersion>7.3</LangVersion>");
        consumer.Edit("<ImplicitUsings>enable</ImplicitUsings>", "");

        consumer.Dotnet("build", "-warnaserror");
    }

    /// <summary>The target alone: what follows it takes a linker.</summary>
    [Fact]
    public void A_program_that_is_compiled_ahead_of_time()
    {
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", Head);
        Says("v10.0", "<IlcInstructionSet>x86-64-v3</IlcInstructionSet>");
        Says("v9.0", "<IlcInstructionSet>x86-x64-v3</IlcInstructionSet>");
        IsSilent("-p:IlcInstructionSet=native");
        IsSilent("-p:RuntimeIdentifier=linux-arm64");
        IsSilent("-p:PublishAot=false");
        IsSilent("-p:NoWarn=SMGB04");

        void Says(string framework, string instructions)
        {
            var output = Output($"-p:TargetFrameworkVersion={framework}");
            Assert.Contains("SMGB04: ", output, StringComparison.Ordinal);
            Assert.Contains(instructions, output, StringComparison.Ordinal);
            Assert.Contains("<NoWarn>$(NoWarn);SMGB04</NoWarn>", output, StringComparison.Ordinal);
        }

        void IsSilent(string option) => Assert.DoesNotContain("SMGB04", Output(option), StringComparison.Ordinal);

        string Output(string option) =>
            consumer.Dotnet(
                "msbuild",
                "-t:_SoftmaxGenCheckNativeAot",
                "-p:PublishAot=true",
                "-p:RuntimeIdentifier=linux-x64",
                option
            );
    }

    [Theory]
    [InlineData("")]
    [InlineData("PrivateAssets=\"all\" IncludeAssets=\"runtime; build; native; contentfiles; analyzers; compile\"")]
    [InlineData("IncludeAssets=\"All\"")]
    public void A_usual_project(string assets)
    {
        using var consumer = new ConsumerProject(package, template: "classlib", file: "Class1.cs", Head);
        consumer.Edit("Include=\"SoftmaxGen\"", $"Include=\"SoftmaxGen\" {assets}");

        consumer.Dotnet("build", "-warnaserror");
    }
}
