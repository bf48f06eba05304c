using System.Globalization;
using System.Text.Json;

namespace SoftmaxGen.Numerics.Tests;

/// <summary>The modes that tests and developers start this assembly in; under a test runner it is not the entry point.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["check-tier"]:
                Console.WriteLine(JsonSerializer.Serialize(Tier.Check(), Tier.Json));
                return 0;
            case ["compile-entries"]:
                InliningTests.CompileEntries();
                return 0;
            case ["call-members"]:
                Console.WriteLine(MemberCalls.CallAll());
                return 0;
            case ["check-guard-pages"]:
                GuardPageTests.TouchNothingOutside();
                return 0;
            case ["check-reference"]:
                Console.WriteLine(JsonSerializer.Serialize(Tier.CheckReference(), Tier.Json));
                return 0;
            case ["search-corpus", var directory]:
                CorpusSearch.Run(directory, CorpusSearch.UsualBudget);
                return 0;
            case ["search-corpus", var directory, var budget]:
                CorpusSearch.Run(directory, long.Parse(budget, CultureInfo.InvariantCulture));
                return 0;
            case ["search-corpus", var directory, var budget, var file]:
                CorpusSearch.Run(directory, long.Parse(budget, CultureInfo.InvariantCulture), file);
                return 0;
            default:
                Console.Error.WriteLine(
                    "usage: check-tier | check-reference | check-guard-pages | compile-entries | call-members | search-corpus <directory> [budget [file]]"
                );
                return 2;
        }
    }
}
