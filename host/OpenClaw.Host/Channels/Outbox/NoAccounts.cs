using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>The sender of a gateway in which nothing runs accounts: channels are known, and what is meant for them waits.</summary>
internal sealed class NoAccounts(ChannelBoard board) : IChannelSender
{
    public event Action<string, string>? AccountStarted
    {
        add { }
        remove { }
    }

    public ChannelDescriptor? Find(string channelId) => board.Find(channelId);

    public bool IsRunning(string channelId, string accountId) => false;

    public Task<SendOutcome?> SendAsync(string channelId, string accountId, OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome?>(null);
}
