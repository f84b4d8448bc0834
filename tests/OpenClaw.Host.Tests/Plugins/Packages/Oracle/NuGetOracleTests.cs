using NuGet.Versioning;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Feeds;
using OpenClaw.Host.Plugins.Packages.Resolution;

namespace OpenClaw.Host.Tests.Plugins.Packages.Oracle;

/// <summary>Versions and dependencies are chosen as the NuGet of the SDK chooses them.</summary>
public sealed class NuGetOracleTests
{
    private static readonly string[] Texts = [.. Made()];

    [Fact]
    public void Versions_have_the_same_order()
    {
        var real = SdkVersioning.Load();

        Assert.Equal(real.Order(Texts), Texts.Select(NuGetVersion.Parse).Order().Select(static version => version.ToFullString()));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("1.*")]
    [InlineData("1.2.*")]
    [InlineData("*-*")]
    [InlineData("1.*-*")]
    [InlineData("2.0.*-rc*")]
    [InlineData("[1.0,2.0)")]
    [InlineData("(1.1,2.0.1]")]
    [InlineData("[1.2.0-a,)")]
    [InlineData("(,2.0.0)")]
    [InlineData("[2.0.0]")]
    public void Ranges_hold_the_same_versions(string range)
    {
        var real = SdkVersioning.Load();
        var parsed = VersionRange.Parse(range);

        Assert.Equal(Texts.Where(text => real.Satisfies(range, text)), Texts.Where(text => parsed.Satisfies(NuGetVersion.Parse(text))));
        for (var count = 1; count <= Texts.Length; count += 7)
        {
            var there = Texts[..count];
            Assert.Equal(real.BestMatch(range, there), parsed.FindBestMatch(there.Select(NuGetVersion.Parse))?.ToFullString());
            // Where none fits, restore takes the next one above and warns; nobody who asks for a plugin gets another than asked for.
            if (parsed.IsFloating && VersionChoice.Parse(range).Order([.. there.Select(NuGetVersion.Parse)]) is [var first, ..])
                Assert.Equal(real.BestMatch(range, there), first.ToFullString());
        }
    }

    [Fact]
    public async Task Dependencies_are_the_same_where_NuGet_has_no_complaint_and_suit_everybody_elsewhere()
    {
        var (same, settled) = (0, 0);
        for (var seed = 0; seed < 800; seed++)
        {
            var graph = new PackageGraph(seed);
            var expected = await RealNuGet.ResolveAsync(graph);
            var found = await ResolveAsync(graph);
            if (expected is not null)
            {
                Assert.True(found is not null && Describe(expected) == Describe(found), $"Seed {seed}: {Describe(expected)} is right, {(found is null ? "nothing" : Describe(found))} was chosen.\n{graph}");
                same++;
            }
            else if (found is not null)
            {
                AssertSuits(graph, found);
                settled++;
            }
        }

        Assert.True(same > 250 && settled > 20, $"{same} the same, {settled} settled: too few to prove anything.");
    }

    private static async Task<Dictionary<string, NuGetVersion>?> ResolveAsync(PackageGraph graph)
    {
        try
        {
            var found = await new DependencyResolver(new FeedSet([graph], mapping: null), PackageLimits.Default).ResolveAsync(graph.Root, CancellationToken.None);
            return found.ToDictionary(static one => one.Nuspec.Id, static one => one.Nuspec.Version);
        }
        catch (PackageException)
        {
            return null;
        }
    }

    private static void AssertSuits(PackageGraph graph, Dictionary<string, NuGetVersion> found)
    {
        foreach (var wish in found.SelectMany(one => graph.Dependencies(one.Key, one.Value)).Concat(graph.Root.Dependencies))
            Assert.True(found.TryGetValue(wish.Id, out var version) && wish.Range.Satisfies(version), $"{wish.Id} {wish.Range} is not met.\n{graph}");
    }

    private static string Describe(Dictionary<string, NuGetVersion> chosen) =>
        string.Join(", ", chosen.OrderBy(static one => one.Key, StringComparer.Ordinal).Select(static one => $"{one.Key} {one.Value}"));

    // No two that are equal: their order would be anybody's.
    private static IEnumerable<string> Made()
    {
        string[] labels = ["", "-a", "-a.1", "-a.10", "-a.2", "-alpha", "-beta.1", "-rc", "-rc.1", "-0", "-1", "-RC2"];
        string[] numbers = ["0.1.0", "1.0.0", "1.0.0.1", "1.0.1", "1.1.0", "1.2.0", "1.2.3", "1.10.0", "2.0.0", "2.0.1", "10.0.0"];
        var made = numbers.SelectMany(number => labels.Select(label => number + label)).ToArray();
        new Random(7).Shuffle(made);
        return made;
    }
}
