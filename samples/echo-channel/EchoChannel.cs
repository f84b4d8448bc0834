using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Content;

namespace Echo;

/// <summary>One account. Its platform is a file: each line, <c>id text</c>, is a message; answers go to another file beside it.</summary>
internal sealed class EchoChannel : IChannel
{
    private static readonly ChatAddress Room = new("room", ChatKind.Direct);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ChannelAccount _account;
    private readonly string _file;
    private volatile ChannelStatus _status = new() { State = ChannelState.Stopped };

    public EchoChannel(ChannelAccount account)
    {
        _account = account;
        _file = account.Settings.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String
            ? file.GetString()!
            : throw new ChannelException("file is missing: set channels.echo-channel.file to the path of a text file.") { IsTransient = false };
    }

    public ChannelStatus Status => _status;

    public Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _status = new ChannelStatus { State = ChannelState.Running, LastContactAt = _account.Scope.Clock.GetUtcNow() };
        // Through the scope, so that it is cancelled and awaited when the account stops.
        _account.Scope.Run("messages", token => ReceiveAsync(inbox, token));
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
        try
        {
            await File.AppendAllTextAsync($"{_file}.answers", $"{text}\n", cancellationToken);
            return new SendAccepted(message.IdempotencyKey);
        }
        catch (IOException error)
        {
            return new SendRetryable(error.Message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ReceiveAsync(IChannelInbox inbox, CancellationToken stopping)
    {
        for (var taken = 0; ; await Task.Delay(Pause, _account.Scope.Clock, stopping))
        {
            // What follows the last line feed may be half a line.
            var lines = File.Exists(_file) ? (await File.ReadAllTextAsync(_file, stopping)).Split('\n')[..^1] : [];
            for (; taken < lines.Length; taken++)
                await inbox.AcceptAsync(Read(lines[taken]), stopping);
        }
    }

    // The same line has the same id after a restart, so the gateway knows that it had it.
    private InboundMessage Read(string line)
    {
        var words = line.Split(' ', 2);
        return new InboundMessage
        {
            MessageId = words[0],
            Chat = Room,
            Sender = new ChatUser("echo"),
            SentAt = _account.Scope.Clock.GetUtcNow(),
            Parts = [new TextPart(words[^1])],
            MentionsAccount = true,
        };
    }
}
