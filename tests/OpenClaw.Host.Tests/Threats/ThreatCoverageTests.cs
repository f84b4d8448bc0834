using System.Text.RegularExpressions;

namespace OpenClaw.Host.Tests.Threats;

/// <summary>Holds the ids of attacks against the tests that carry them, in every test project of the repository.</summary>
public sealed partial class ThreatCoverageTests
{
    // The sources, not the assemblies: those of other projects may be missing or old when this one runs alone.
    private static readonly string[] Named =
    [
        .. Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(static file => Mark().Matches(File.ReadAllText(file)).Select(static match => match.Groups[1].Value))
            .Distinct(),
    ];

    [Fact]
    public void Every_attack_has_a_test_or_a_reason_why_not_yet() =>
        Assert.Empty(ThreatIds.Held.SelectMany(ThreatIds.Of).Except(Named).Except(ThreatIds.Later.Keys));

    [Fact]
    public void No_test_names_an_attack_that_nobody_knows() => Assert.Empty(Named.Except(ThreatIds.All));

    [Fact]
    public void What_has_a_test_is_not_put_off_any_more() => Assert.Empty(ThreatIds.Later.Keys.Intersect(Named));

    [GeneratedRegex("^\\s*\\[Trait\\(\"Threat\", \"([^\"]+)\"\\)\\]", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
