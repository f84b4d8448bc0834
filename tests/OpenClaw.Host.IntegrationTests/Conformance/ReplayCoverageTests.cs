using System.Reflection;

namespace OpenClaw.Host.IntegrationTests.Conformance;

public sealed class ReplayCoverageTests
{
    /// <summary>What cannot be repeated against the rooms of a replay, and where it is proven instead.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["connect-err-legacy-id-as-method"] = "Understood here: CommunityDialectTests.",
        ["connect-err-legacy-ping-first"] = "Understood here: CommunityDialectTests.",
        ["connect-err-minimal-seed-002-connect"] = "Understood here: CommunityDialectTests.",
        ["methods-logs-tail"] = "Reads the log of a whole process: LogFileTests.",
        ["restart-via-config-patch"] = "Starts a whole process again: RestartTests.",
        ["tick-health-ping"] = "Takes minutes by the clock: EventTests.",
        ["v3-tick"] = "Takes minutes by the clock: EventTests.",
    };

    [Fact]
    public void Every_recording_is_replayed_or_proven_elsewhere()
    {
        var replayed = new[] { typeof(RecordedConversationTests), typeof(RecordedSocketTests) }
            .SelectMany(static type => type.GetMethods())
            .SelectMany(static method => method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)))
            .Select(static data => (string)data[0]);
        var recorded = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "golden"), "*.jsonl").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(recorded.Order(StringComparer.Ordinal), replayed.Concat(Elsewhere.Keys).Order(StringComparer.Ordinal));
    }
}
