using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>A channel that keeps what it was lent, to try it when it should be gone.</summary>
public sealed class HazardChannel : IChannel
{
    private readonly HazardPlan _plan;

    public HazardChannel(IPluginScope scope, HazardPlan plan)
    {
        _plan = plan;
        Scope = scope;
        plan.Reach("channel");
    }

    public IPluginScope Scope { get; }

    public ChannelStatus Status
    {
        get
        {
            _plan.Reach("status");
            return new ChannelStatus { State = ChannelState.Running };
        }
    }

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        await _plan.ReachAsync("receive");
        Scope.Run("receive", token => Task.Delay(Timeout.InfiniteTimeSpan, Scope.Clock, token));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _plan.ReachAsync("channel-stop");

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await _plan.ReachAsync("send");
        return new SendAccepted("sent");
    }

    public ValueTask DisposeAsync()
    {
        _plan.Reach("channel-dispose");
        return ValueTask.CompletedTask;
    }
}
