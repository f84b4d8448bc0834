using System.Globalization;
using OpenClaw.Channels;
using OpenClaw.Content;

namespace Echo;

/// <summary>One account: says each line of its settings once, and appends what is sent to a file in its storage.</summary>
internal sealed class EchoChannel(ChannelAccount account) : IChannel
{
    private static readonly ChatAddress Room = new("room", ChatKind.Direct);

    private volatile ChannelStatus _status = new() { State = ChannelState.Stopped };

    public ChannelStatus Status => _status;

    public Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        _status = new ChannelStatus { State = ChannelState.Running, LastContactAt = account.Scope.Clock.GetUtcNow() };
        // Through the scope, so that it is cancelled and awaited when the account stops.
        account.Scope.Run("say", token => SayAsync(inbox, token));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _status = _status with { State = ChannelState.Stopped };
        return Task.CompletedTask;
    }

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', message.Parts.OfType<TextPart>().Select(static part => part.Text));
        await File.AppendAllTextAsync(Path.Combine(account.Scope.StorageDirectory, "heard.txt"), $"{text}\n", cancellationToken);
        return new SendAccepted(message.IdempotencyKey);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task SayAsync(IChannelInbox inbox, CancellationToken stopping)
    {
        if (!account.Settings.TryGetProperty("say", out var lines))
            return;
        var number = 0;
        foreach (var line in lines.EnumerateArray())
        {
            // The same line has the same id after a restart, so the gateway knows that it had it.
            var message = new InboundMessage
            {
                MessageId = (++number).ToString(CultureInfo.InvariantCulture),
                Chat = Room,
                Sender = new ChatUser("echo"),
                SentAt = account.Scope.Clock.GetUtcNow(),
                Parts = [new TextPart(line.GetString()!)],
                MentionsAccount = true,
            };
            await inbox.AcceptAsync(message, stopping);
        }
    }
}
