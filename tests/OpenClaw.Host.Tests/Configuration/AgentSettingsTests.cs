using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Tests.Configuration;

/// <summary>Keys of one agent go before those of all agents.</summary>
public sealed class AgentSettingsTests
{
    private const string Defaults =
        """
        defaults: { model: { primary: "p/m", fallbacks: ["p/n"] }, timeoutSeconds: 100, thinkingDefault: "low", contextTokens: 50000, userTimezone: "UTC",
          bootstrapMaxChars: 10, bootstrapTotalMaxChars: 20, contextInjection: "always", skipBootstrap: false, verboseDefault: "off", reasoningDefault: "off",
          models: { "p/m": { alias: "one" } }, modelPolicy: { allow: ["p/m"] }, workspace: "/w",
          compaction: { keepRecentTokens: 7, timeoutSeconds: 9 }, contextPruning: { mode: "off", keepLastAssistants: 5 },
          heartbeat: { every: "30m", target: "none", activeHours: { start: "08:00", end: "22:00" } } }
        """;

    [Theory]
    [InlineData("""timeoutSeconds: 5""", "00:00:05")]
    [InlineData("""timeoutSeconds: 0""", "")]
    [InlineData("""name: "x" """, "00:01:40")]
    public void The_limit_of_a_run(string own, string expected) => Assert.Equal(expected, Of(own).Timeout?.ToString() ?? "");

    [Theory]
    [InlineData("""model: "p/x" """, "p/x p/n")]
    [InlineData("""model: { primary: "p/x" }""", "p/x p/n")]
    [InlineData("""model: { primary: "p/x", fallbacks: [] }""", "p/x")]
    [InlineData("""model: { primary: "p/x", fallbacks: ["p/y"] }""", "p/x p/y")]
    [InlineData("""model: { fallbacks: [] }""", "p/m")]
    [InlineData("""name: "x" """, "p/m p/n")]
    public void The_models(string own, string expected)
    {
        var model = Of(own).Model!;
        Assert.Equal(expected, string.Join(' ', [model.Primary, .. model.Fallbacks]));
    }

    [Fact]
    public void Every_other_key()
    {
        var own = Of(
            """
            thinkingDefault: "high", contextTokens: 60000, userTimezone: "Europe/Berlin", bootstrapMaxChars: 11, bootstrapTotalMaxChars: 21,
            contextInjection: "never", skipBootstrap: true, verboseDefault: "on", reasoningDefault: "on", models: { "p/z": { alias: "two" } },
            modelPolicy: { allow: ["p/z"] }, workspace: "/v", skipOptionalBootstrapFiles: ["SOUL.md"], envelopeTimestamp: "off"
            """);

        Assert.Equal(("high", 60_000, "Europe/Berlin", 11, 21), (own.ThinkingDefault, own.ContextTokens, own.UserTimezone, own.BootstrapMaxChars, own.BootstrapTotalMaxChars));
        Assert.Equal(("never", true, "on", "on", "/v", "off"), (own.ContextInjection, own.SkipBootstrap, own.VerboseDefault, own.ReasoningDefault, own.Workspace, own.EnvelopeTimestamp));
        Assert.Equal(["p/m", "p/z"], own.Models.Keys.Order());
        Assert.Equal(("p/z", "SOUL.md"), (own.AllowedModels.Single(), own.SkippedBootstrapFiles.Single()));
    }

    [Fact]
    public void Sections_are_merged_key_by_key()
    {
        var own = Of("""compaction: { keepRecentTokens: 8, enabled: false }, contextPruning: { mode: "cache-ttl" }, heartbeat: { every: 5, activeHours: { end: "24:00" } }""");

        Assert.Equal((8, false, 9.0), (own.Compaction.KeepRecentTokens, own.Compaction.Enabled, own.Compaction.Timeout.TotalSeconds));
        Assert.Equal(("cache-ttl", 5), (own.ContextPruning.Mode, own.ContextPruning.KeepLastAssistants));
        Assert.Equal((5.0, "none", new HeartbeatHours(480, 1440, null)), (own.Heartbeat.Every.TotalMinutes, own.Heartbeat.Target, own.Heartbeat.ActiveHours));
    }

    [Fact]
    public void An_agent_that_says_nothing_has_what_all_have()
    {
        var config = Load("""entries: { a: {} }""");
        Assert.Same(config.Agents.Defaults, config.Agents.SettingsOf("a"));
    }

    [Theory]
    [InlineData("""entries: { a: {}, b: {} }""", "a")]
    [InlineData("""entries: { a: {}, b: { default: true } }""", "b")]
    [InlineData("""entries: { a: {}, b: { heartbeat: {} }, c: { heartbeat: { every: "0m" } } }""", "b")]
    [InlineData("""entries: { a: { heartbeat: { every: "0m" } } }""", "")]
    public void Agents_with_a_block_of_their_own_are_the_only_ones_with_heartbeats(string entries, string expected)
    {
        var agents = Load(entries).Agents;
        Assert.Equal(expected, string.Join(' ', agents.List.Where(agents.HasHeartbeat).Select(static agent => agent.Id)));
    }

    private static AgentDefaultsConfig Of(string own) => Load($"entries: {{ a: {{ {own} }} }}").Agents.SettingsOf("a");

    private static OpenClawConfig Load(string entries) =>
        ConfigFixture.LoadValid($"{{ gateway: {{ mode: \"local\" }}, agents: {{ {Defaults}, {entries} }} }}");
}
