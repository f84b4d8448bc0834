using OpenClaw.Host.Gateway.Connections;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Gateway;

/// <summary>A handshake that was judged before a device lost its rights, and registers after.</summary>
[Trait("Threat", "AUTH-30")]
public sealed class RecentRemovalsTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(Roles.Operator, true, false)]
    public void A_removal_after_the_judgement_counts_for_its_role(string? role, bool forOperator, bool forNode)
    {
        var removals = new RecentRemovals(_clock, GatewayLimits.HandshakeTimeout);
        var judged = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        removals.Add("device", role);
        Assert.Equal(forOperator, removals.Since(judged, "device", Roles.Operator));
        Assert.Equal(forNode, removals.Since(judged, "device", Roles.Node));
        Assert.False(removals.Since(judged, "another", Roles.Operator));
        Assert.False(removals.Since(judged, null, Roles.Operator));
    }

    [Fact]
    public void A_removal_before_the_judgement_is_known_to_it_already()
    {
        var removals = new RecentRemovals(_clock, GatewayLimits.HandshakeTimeout);
        removals.Add("device", null);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(removals.Since(_clock.GetTimestamp(), "device", Roles.Operator));
    }

    [Fact]
    public void Removals_are_remembered_as_long_as_a_handshake_can_last()
    {
        var removals = new RecentRemovals(_clock, GatewayLimits.HandshakeTimeout);
        var judged = _clock.GetTimestamp();
        removals.Add("device", null);
        _clock.Advance(GatewayLimits.HandshakeTimeout);
        removals.Add("other", null);
        Assert.True(removals.Since(judged, "device", Roles.Operator));
    }
}
