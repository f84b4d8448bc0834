using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Schema.Export;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.Tests.Configuration;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Gateway;

/// <summary>The limits that an owner may set, each on its way from the file to where it holds.</summary>
public sealed class GatewayLimitsTests
{
    private static readonly (string Key, Func<GatewayOptions, object> InForce, Func<GatewayLimitsConfig, object> Bound)[] Limits =
    [
        ("maxConnections", static options => options.MaxConnections, static limits => limits.MaxConnections),
        ("maxUnauthenticated", static options => options.MaxUnauthenticated, static limits => limits.MaxUnauthenticated),
        ("maxUnauthenticatedPerAddress", static options => options.MaxUnauthenticatedPerAddress, static limits => limits.MaxUnauthenticatedPerAddress),
        ("maxHandshakeFrameBytes", static options => options.MaxHandshakeFrameBytes, static limits => limits.MaxHandshakeFrameBytes),
        ("maxUnreadBytes", static options => options.MaxUnreadBytes, static limits => limits.MaxUnreadBytes),
        ("maxConcurrentRequests", static options => options.MaxConcurrentRequests, static limits => limits.MaxConcurrentRequests),
        ("maxQueuedRequests", static options => options.MaxQueuedRequests, static limits => limits.MaxQueuedRequests),
        ("writes.max", static options => options.MaxWrites, static limits => limits.MaxWrites),
        ("writes.windowMs", static options => (int)options.WriteWindow.TotalMilliseconds, static limits => (int)limits.WriteWindow.TotalMilliseconds),
        ("resume.windowMs", static options => (int)options.ResumeWindow.TotalMilliseconds, static limits => (int)limits.ResumeWindow.TotalMilliseconds),
        ("resume.maxClients", static options => options.MaxDetachedConnections, static limits => limits.MaxDetachedConnections),
        ("resume.maxEventsPerClient", static options => options.MaxResumeEvents, static limits => limits.MaxResumeEvents),
        ("resume.maxEvents", static options => options.MaxJournalEvents, static limits => limits.MaxJournalEvents),
        ("resume.maxBytes", static options => options.MaxJournalBytes, static limits => limits.MaxJournalBytes),
    ];

    public static TheoryData<string, int, int> Ranges => new()
    {
        { "maxConnections", 1, 100_000 },
        { "maxUnauthenticated", 1, 100_000 },
        { "maxUnauthenticatedPerAddress", 1, 10_000 },
        { "maxHandshakeFrameBytes", 4_096, 1_048_576 },
        { "maxUnreadBytes", 65_536, 16_777_216 },
        { "maxConcurrentRequests", 1, 1_024 },
        { "maxQueuedRequests", 0, 10_000 },
        { "writes.max", 1, 10_000 },
        { "writes.windowMs", 1_000, 3_600_000 },
        { "idempotency.maxKeys", 1, 100_000 },
        { "idempotency.lifetimeMs", 1_000, 86_400_000 },
        { "resume.windowMs", 0, 3_600_000 },
        { "resume.maxClients", 0, 10_000 },
        { "resume.maxEventsPerClient", 1, 65_536 },
        { "resume.maxEvents", 1, 1_000_000 },
        { "resume.maxBytes", 1_024, 1_073_741_824 },
    };

    [Fact]
    public void Unless_somebody_says_otherwise_they_are_those_of_the_protocol()
    {
        var config = ConfigFixture.LoadValid("{gateway:{mode:'local'}}");
        Assert.Equal(new GatewayOptions(), GatewayOptions.From(config));
        Assert.Equal(GatewayLimits.MaxHandshakeFrameBytes, config.Gateway.Limits.MaxHandshakeFrameBytes);
        Assert.Equal(GatewayLimits.MaxUnauthenticatedSocketsPerAddress, config.Gateway.Limits.MaxUnauthenticatedPerAddress);
        Assert.Equal(GatewayLimits.MaxQueuedRequests, config.Gateway.Limits.MaxQueuedRequests);
        Assert.Equal((1_000, TimeSpan.FromMinutes(5)), (config.Gateway.Limits.MaxIdempotencyKeys, config.Gateway.Limits.IdempotencyLifetime));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Each_has_bounds_a_word_of_help_and_takes_effect_with_a_start(string key, int least, int most)
    {
        Assert.Empty(IssuesOf(key, least));
        Assert.Empty(IssuesOf(key, most));
        Assert.Single(IssuesOf(key, least - 1));
        Assert.Single(IssuesOf(key, most + 1));
        Assert.False(string.IsNullOrEmpty(SchemaHints.All[$"gateway.limits.{key}"].Help));
        Assert.Equal(ReloadClass.Restart, ReloadClasses.Of($"gateway.limits.{key}"));
    }

    [Fact]
    public void What_is_written_down_is_what_is_in_force()
    {
        foreach (var (key, inForce, bound) in Limits)
        {
            var value = key == "maxUnreadBytes" ? 70_000 : 5_000;
            value = key == "maxConcurrentRequests" ? 17 : value;
            var config = Load(key, value).Require();
            Assert.Equal(value, bound(config.Gateway.Limits));
            Assert.Equal(value, inForce(GatewayOptions.From(config)));
        }

        var kept = Load("idempotency.maxKeys", 7).Require().Gateway.Limits;
        Assert.Equal(7, kept.MaxIdempotencyKeys);
        Assert.Equal(TimeSpan.FromSeconds(9), Load("idempotency.lifetimeMs", 9_000).Require().Gateway.Limits.IdempotencyLifetime);
    }

    private static string[] IssuesOf(string key, int value) =>
        [.. Load(key, value).Issues.Select(static issue => issue.Path).Where(path => path == $"gateway.limits.{key}")];

    private static Host.Configuration.Loading.ConfigLoadResult Load(string key, int value)
    {
        var parts = key.Split('.');
        var limit = parts.Reverse().Aggregate(value.ToString(System.Globalization.CultureInfo.InvariantCulture), static (inner, name) => $"{{{name}:{inner}}}");
        return ConfigFixture.Load($"{{gateway:{{mode:'local',limits:{limit}}}}}");
    }
}
