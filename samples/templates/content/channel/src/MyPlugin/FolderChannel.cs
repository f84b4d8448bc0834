using OpenClaw.Channels;
using OpenClaw.Content;

namespace MyPlugin;

/// <summary>A chat made of files: <c>in/&lt;id&gt;.txt</c> is a message (first line: the chat), <c>out/</c> holds the answers.</summary>
internal sealed class FolderChannel : IChannel
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly ChannelAccount _account;
    private readonly string _in;
    private readonly string _out;
    private volatile ChannelStatus _status = new() { State = ChannelState.Stopped };

    public FolderChannel(ChannelAccount account)
    {
        _account = account;
        if (!account.Settings.TryGetProperty("folder", out var setting) || setting.GetString() is not { Length: > 0 } folder)
            throw new ChannelException("folder is missing: set channels.my-plugin-id.folder to a folder.") { IsTransient = false };
        (_in, _out) = (Path.Combine(folder, "in"), Path.Combine(folder, "out"));
    }

    public ChannelStatus Status => _status;

    public Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Directory.CreateDirectory(_in);
        Directory.CreateDirectory(_out);
        _status = new ChannelStatus { State = ChannelState.Running };
        _account.Scope.Run("messages", token => ReceiveAsync(inbox, token));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _status = _status with { State = ChannelState.Stopped };
        return Task.CompletedTask;
    }

    // What can go wrong with a send is an outcome: it says whether the message may have left.
    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var text = string.Join('\n', message.Parts.OfType<TextPart>().Select(static part => part.Text));
        try
        {
            await File.WriteAllTextAsync(Path.Combine(_out, $"{message.IdempotencyKey}.txt"), $"{message.Chat.ChatId}\n{text}", cancellationToken);
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
        while (true)
        {
            foreach (var file in Directory.GetFiles(_in, "*.txt").Order(StringComparer.Ordinal))
                await TakeAsync(inbox, file, stopping);
            _status = _status with { LastContactAt = _account.Scope.Clock.GetUtcNow() };
            await Task.Delay(Pause, _account.Scope.Clock, stopping);
        }
    }

    private async Task TakeAsync(IChannelInbox inbox, string file, CancellationToken stopping)
    {
        var lines = await File.ReadAllLinesAsync(file, stopping);
        var message = new InboundMessage
        {
            MessageId = Path.GetFileNameWithoutExtension(file),
            Chat = new ChatAddress(lines.FirstOrDefault("nowhere"), ChatKind.Direct),
            Sender = new ChatUser(lines.FirstOrDefault("nobody")),
            SentAt = File.GetLastWriteTimeUtc(file),
            Parts = [new TextPart(string.Join('\n', lines.Skip(1)))],
            MentionsAccount = true,
        };
        // Only what the gateway has on disk may go: when this throws, the message is offered again.
        await inbox.AcceptAsync(message, stopping);
        File.Delete(file);
    }
}
