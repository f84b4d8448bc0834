using System.Text;
using OpenClaw.Host.Gateway.Transport;

namespace OpenClaw.Host.Tests.Gateway;

public sealed class CloseFrameTests
{
    [Theory]
    [Trait("Threat", "WS-15")]
    [InlineData("slow consumer", "slow consumer")]
    [InlineData("", "")]
    public void Short_reasons_stay(string reason, string expected) => Assert.Equal(expected, new CloseFrame(1008, reason).Reason);

    [Fact]
    public void Long_reasons_are_cut_between_characters()
    {
        var frame = new CloseFrame(1008, "a" + string.Concat(Enumerable.Repeat("🦞", 50)));
        Assert.Equal(117, Encoding.UTF8.GetByteCount(frame.Reason));
        Assert.EndsWith("🦞", frame.Reason, StringComparison.Ordinal);
    }
}
