using OpenClaw.Channels;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>A channel of one account that reports its storage folder as its name.</summary>
internal sealed class GoodChannel(IPluginScope scope) : IChannel
{
    public ChannelStatus Status { get; private set; } = new() { State = ChannelState.Stopped, AccountName = scope.StorageDirectory };

    public Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        Status = Status with { State = ChannelState.Running };
        scope.Run("poll", token => Task.Delay(Timeout.InfiniteTimeSpan, token));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendRefused("closed", "nobody is there"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
