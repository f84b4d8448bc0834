using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>
/// Shows what there is of a run in messages that are changed again and again, one call a second at most. It is worth nothing: where it
/// fails three times in a row it ends, and the answer goes out as always.
/// </summary>
internal sealed class RunDraft : IAsyncDisposable
{
    private const int MaxFailures = 3;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _closed = new();
    private readonly List<DraftMessage> _messages = [];
    private readonly IDraftPages _pages;
    private readonly Func<int, DraftMessage> _create;
    private readonly Func<string, ValueTask> _note;
    private readonly TimeProvider _time;
    private readonly Task _loop;
    private int _failures;
    private TimeSpan _wait = Pace;

    /// <param name="pages">What there is to show.</param>
    /// <param name="create">Makes the message of a page.</param>
    /// <param name="isWanted">Asked once, when there is something to show.</param>
    /// <param name="note">Told the id of each message that was sent, to write it down.</param>
    /// <param name="time">The clock.</param>
    public RunDraft(
        IDraftPages pages, Func<int, DraftMessage> create, Func<CancellationToken, ValueTask<bool>> isWanted, Func<string, ValueTask> note, TimeProvider time)
    {
        (_pages, _create, _note, _time) = (pages, create, note, time);
        _loop = Task.Run(() => RunAsync(isWanted));
    }

    /// <summary>Ends it. Nothing of it is on its way any more when this returns.</summary>
    /// <returns>The messages that show it, in order.</returns>
    public async Task<IReadOnlyList<string>> CloseAsync()
    {
        await _closed.CancelAsync();
        await _loop;
        return [.. _messages.Select(static one => one.Id).OfType<string>()];
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
            while (_pages.Now().Count == 0)
                await Task.Delay(Pace / 4, _time, _closed.Token);
            if (!await isWanted(_closed.Token))
                return;
            while (_failures < MaxFailures)
            {
                if (Next() is var (message, text))
                    await StepAsync(message, text);
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

    /// <summary>The first message that does not show what it should.</summary>
    private (DraftMessage Message, string Text)? Next()
    {
        var pages = _pages.Now();
        for (var page = 0; page < pages.Count; page++)
        {
            if (page == _messages.Count)
                _messages.Add(_create(page));
            if (_messages[page].Text != pages[page])
                return (_messages[page], pages[page]);
        }

        return null;
    }

    private async Task StepAsync(DraftMessage message, string text)
    {
        var isNew = message.Id is null;
        using var late = new CancellationTokenSource(LongestCall, _time);
        var outcome = await message.ShowAsync(text, late.Token);
        _wait = Pace;
        switch (outcome)
        {
            case SendAccepted:
                _failures = 0;
                if (isNew)
                    await _note(message.Id!);
                break;
            case SendRetryable { RetryAfter: { } asked }:
                _wait = asked < LongestWait ? asked + Pace : LongestWait;
                break;
            case SendUnknown or SendRefused when isNew:
                _failures = MaxFailures;
                break;
            default:
                _failures++;
                break;
        }
    }
}
