using OpenClaw.Host.Gateway.Transport;

namespace OpenClaw.Host.Tests.Gateway;

public sealed class OutboundFrameTests
{
    [Fact]
    [Trait("Threat", "WS-13")]
    public void A_short_answer_counts_with_the_memory_it_holds()
    {
        using var answer = new PooledBuffer();
        answer.GetSpan(2)[..2].Fill((byte)'1');
        answer.Advance(2);
        Assert.InRange(new OutboundFrame { Answer = answer }.Size, PooledBuffer.DefaultCapacity, PooledBuffer.DefaultCapacity + 2);
    }
}
