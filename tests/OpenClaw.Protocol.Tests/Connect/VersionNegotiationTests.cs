namespace OpenClaw.Protocol.Tests.Connect;

public sealed class VersionNegotiationTests
{
    [Theory]
    [InlineData(3, 3, 3)]
    [InlineData(3, 4, 4)]
    [InlineData(4, 4, 4)]
    [InlineData(1, 99, 4)]
    [InlineData(1, GatewayLimits.MaxSafeInteger, 4)]
    public void The_highest_common_version_wins(long min, long max, int expected)
    {
        Assert.True(ProtocolVersions.TryNegotiate(min, max, out var protocol));
        Assert.Equal(expected, protocol);
    }

    [Theory]
    [Trait("Threat", "WS-27")]
    [InlineData(5, 9)]
    [InlineData(1, 2)]
    [InlineData(4, 3)]
    [InlineData(GatewayLimits.MaxSafeInteger, GatewayLimits.MaxSafeInteger)]
    public void A_range_without_a_common_version_is_refused(long min, long max) =>
        Assert.False(ProtocolVersions.TryNegotiate(min, max, out _));
}
