using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Testing.Gateway;

namespace OpenClaw.Testing;

/// <summary>A running account of a channel.</summary>
public sealed class TestAccount
{
    private readonly TestScope _scope;
    private bool _stopped;

    internal TestAccount(IChannel channel, TestScope scope) => (Channel, _scope) = (channel, scope);

    /// <summary>The channel.</summary>
    public IChannel Channel { get; }

    /// <summary>Where the channel puts what it receives.</summary>
    public TestInbox Inbox { get; } = new();

    /// <summary>Sends a text.</summary>
    /// <param name="chat">Where to.</param>
    /// <param name="text">What.</param>
    /// <param name="key">The idempotency key; a fresh one where it is null.</param>
    public Task<SendOutcome> SendAsync(ChatAddress chat, string text, string? key = null) => Channel.SendAsync(
        new OutboundMessage { IdempotencyKey = key ?? Guid.NewGuid().ToString("N"), Chat = chat, Parts = [new TextPart(text)] }, CancellationToken.None);

    /// <summary>Stops the account in the gateway's order: the channel, its scope, its end.</summary>
    public async Task StopAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await Channel.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(15));
        await _scope.EndAsync();
        Inbox.Close();
        await Channel.DisposeAsync();
    }
}
