using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Nodes.Invocations;

namespace OpenClaw.Host.Tests.Nodes;

public sealed class RecentInvocationsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void What_ended_is_forgotten_after_its_time_and_for_newer_ones()
    {
        var recent = new RecentInvocations(
            new FixedConfig(new GatewayConfig { Limits = new GatewayLimitsConfig { MaxIdempotencyKeys = 2, IdempotencyLifetime = TimeSpan.FromSeconds(30) } }),
            _clock);
        foreach (var name in new[] { "a", "b", "c" })
        {
            var key = new InvocationKey("me", name);
            recent.End(key, recent.Enter(key, "this").Entry, InvokeOutcome.TimedOut);
        }

        Assert.False(recent.Enter(new InvocationKey("me", "c"), "this").IsNew);
        Assert.False(recent.Enter(new InvocationKey("me", "b"), "this").IsNew);
        Assert.True(recent.Enter(new InvocationKey("me", "a"), "this").IsNew);
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(recent.Enter(new InvocationKey("me", "c"), "this").IsNew);
    }
}
