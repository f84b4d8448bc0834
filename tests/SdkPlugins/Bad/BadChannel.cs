using OpenClaw.Channels;
using OpenClaw.Content;

namespace OpenClaw.SdkPlugins.Bad;

/// <summary>A chat made of files: <c>in/</c> holds what was written, <c>out/</c> what was sent.</summary>
internal sealed class BadChannel : IChannel
{
    private readonly ChannelAccount _account;
    private readonly string _breaks;
    private readonly string _folder;

    public BadChannel(ChannelAccount account, string breaks)
    {
        (_account, _breaks) = (account, breaks);
        _folder = account.Settings.TryGetProperty("folder", out var folder)
            ? folder.GetString()!
            : throw new ChannelException("folder is missing: name a folder.") { IsTransient = breaks == "hopes-for-better-settings" };
    }

    public ChannelStatus Status { get; private set; } = new() { State = ChannelState.Stopped };

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        if (_breaks == "ignores-cancellation")
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (_breaks == "forgets-what-waits")
            Array.ForEach(Directory.GetFiles(Path.Combine(_folder, "in")), File.Delete);
        Status = new ChannelStatus { State = ChannelState.Running };
        _account.Scope.Run("messages", token => ReceiveAsync(inbox, token));
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (_breaks != "runs-for-ever")
            Status = new ChannelStatus { State = ChannelState.Stopped };
        return Task.CompletedTask;
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var text = string.Concat(message.Parts.OfType<TextPart>().Select(static part => part.Text));
        var file = Path.Combine(_folder, "out", $"{message.IdempotencyKey}.txt");
        if (_breaks == "always-says-yes")
            return Task.FromResult<SendOutcome>(new SendAccepted("1"));
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            return Task.FromResult<SendOutcome>(new SendRetryable("the folder is gone"));
        if (_breaks != "sends-nothing")
            File.WriteAllText(file, text);
        return Task.FromResult<SendOutcome>(new SendAccepted(message.IdempotencyKey));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ReceiveAsync(IChannelInbox inbox, CancellationToken stopping)
    {
        while (true)
        {
            foreach (var file in Directory.Exists(_folder) ? Directory.GetFiles(Path.Combine(_folder, "in"), "*.txt") : [])
                await TakeAsync(inbox, file, stopping);
            await Task.Delay(TimeSpan.FromMilliseconds(20), _account.Scope.Clock, stopping);
        }
    }

    private async Task TakeAsync(IChannelInbox inbox, string file, CancellationToken stopping)
    {
        var lines = await File.ReadAllLinesAsync(file, stopping);
        var id = Path.GetFileNameWithoutExtension(file);
        if (_breaks == "forgets-before-it-is-stored")
            File.Delete(file);
        try
        {
            await inbox.AcceptAsync(
                new InboundMessage
                {
                    MessageId = _breaks == "makes-ids-up" ? Guid.NewGuid().ToString("N") : id,
                    Chat = new ChatAddress(lines[0], ChatKind.Direct),
                    Sender = new ChatUser("ada"),
                    SentAt = _account.Scope.Clock.GetUtcNow(),
                    Parts = [new TextPart(lines[1])],
                },
                stopping);
            File.Delete(file);
        }
        catch (IOException)
        {
            // Not stored; the file is still there for the next look.
        }
    }
}
