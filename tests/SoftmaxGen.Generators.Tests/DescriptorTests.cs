using System.Globalization;
using SoftmaxGen.Generators.Diagnostics;
using Xunit;

namespace SoftmaxGen.Generators.Tests;

/// <summary>What users read of each rule, to be reviewed as text.</summary>
public class DescriptorTests
{
    [Fact]
    public void Rules() =>
        Snapshot.Verify(
            string.Concat(
                new DeclarationAnalyzer().SupportedDiagnostics.Select(rule =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"""
                        {rule.Id} {rule.DefaultSeverity}{(rule.IsEnabledByDefault ? "" : ", off")} [{rule.Category}]
                          {rule.Title}
                          {rule.MessageFormat}
                          {rule.HelpLinkUri}

                        """
                    )
                )
            ),
            "all"
        );
}
