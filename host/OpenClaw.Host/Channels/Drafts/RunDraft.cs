using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>
/// Shows an answer while it is being written: one message that is changed again and again. It is worth nothing: where it fails, it ends,
/// and the answer goes out as always.
/// </summary>
internal sealed class RunDraft : IAsyncDisposable
{
    private const int FirstLength = 30;
    private const int MaxFailures = 3;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _closed = new();
    private readonly IChannelSender _sender;
    private readonly ReplyRoute _route;
    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly Task _loop;
    private volatile string _text = "";
    private string _shown = "";
    private string? _messageId;
    private int _failures;
    private TimeSpan _wait = Pace;

    /// <param name="sender">The way to the chat.</param>
    /// <param name="route">The chat.</param>
    /// <param name="key">Names the first send.</param>
    /// <param name="isWanted">Asked once, when there is something to show.</param>
    /// <param name="time">The clock.</param>
    public RunDraft(IChannelSender sender, ReplyRoute route, string key, Func<CancellationToken, ValueTask<bool>> isWanted, TimeProvider time)
    {
        (_sender, _route, _key, _time) = (sender, route, key, time);
        _loop = Task.Run(() => RunAsync(isWanted));
    }

    /// <summary>What there is of the answer by now, fit to be shown.</summary>
    public void Show(string text) => _text = text;

    /// <summary>Ends it. Nothing of it is on its way any more when this returns.</summary>
    /// <returns>The message that shows it; nothing where none does.</returns>
    public async Task<string?> CloseAsync()
    {
        await _closed.CancelAsync();
        await _loop;
        return _messageId;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _closed.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, ValueTask<bool>> isWanted)
    {
        try
        {
            while (_text.Length < FirstLength)
                await Task.Delay(Pace / 4, _time, _closed.Token);
            if (!await isWanted(_closed.Token))
                return;
            while (_failures < MaxFailures)
            {
                if (_text is var text && text != _shown)
                    await StepAsync(text);
                await Task.Delay(_wait, _time, _closed.Token);
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The answer is there.
        }
        catch (Exception)
        {
            // The border to the plugin: a send that broke off may have shown something, so nothing is shown after it.
        }
    }

    // Not cancelled by the end: what was begun has to be known.
    private async Task StepAsync(string text)
    {
        var chat = new ChatAddress(_route.ChatId, _route.ChatKind, _route.ThreadId);
        IReadOnlyList<MessagePart> parts = [new TextPart(text)];
        var outcome = _messageId is { } id
            ? await _sender.EditAsync(_route.Channel, _route.AccountId, chat, id, parts, CancellationToken.None)
            : await _sender.SendAsync(
                _route.Channel, _route.AccountId, new OutboundMessage { IdempotencyKey = _key, Chat = chat, Parts = parts }, CancellationToken.None);
        _wait = Pace;
        switch (outcome)
        {
            case SendAccepted sent:
                _messageId ??= sent.MessageId;
                (_shown, _failures) = (text, 0);
                break;
            case SendRetryable { RetryAfter: { } asked }:
                _wait = asked < LongestWait ? asked + Pace : LongestWait;
                break;
            case SendUnknown or SendRefused when _messageId is null:
                _failures = MaxFailures;
                break;
            default:
                _failures++;
                break;
        }
    }
}
