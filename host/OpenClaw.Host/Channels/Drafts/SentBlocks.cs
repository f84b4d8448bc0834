using OpenClaw.Content;
using OpenClaw.Host.Agents.Delivery;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>Sends the whole paragraphs of one run's answer while the rest is being written.</summary>
internal sealed class SentBlocks : IRunSignals, IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _gate = new();
    private readonly DraftOptions _options;
    private readonly Func<int, string, CancellationToken, ValueTask<bool>> _send;
    private readonly TimeProvider _time;
    private readonly Task _loop;
    private string _text = "";
    private long _changedAt;
    private int _sent;

    /// <param name="options">How long a block is.</param>
    /// <param name="send">Puts a block, by its number, where it is sent from; false where it cannot.</param>
    /// <param name="time">The clock.</param>
    public SentBlocks(DraftOptions options, Func<int, string, CancellationToken, ValueTask<bool>> send, TimeProvider time)
    {
        (_options, _send, _time) = (options, send, time);
        _loop = Task.Run(RunAsync);
    }

    public void Thought()
    {
        // Thoughts are not for the chat.
    }

    public void Spoke(string text)
    {
        lock (_gate)
        {
            // The model has begun anew: what was sent is the beginning of another text.
            if (text.Length < _sent || !text.AsSpan(0, _sent).SequenceEqual(_text.AsSpan(0, _sent)))
                _sent = 0;
            (_text, _changedAt) = (text, _time.GetTimestamp());
        }
    }

    public void Calls(ToolCallPart call)
    {
        // Only words are sent.
    }

    public void Called(ToolCallPart call, bool failed)
    {
        // As above.
    }

    /// <summary>Ends it.</summary>
    /// <returns>The beginning of the answer that was sent, as the model wrote it.</returns>
    public async Task<string> CloseAsync()
    {
        await _closed.CancelAsync();
        await _loop;
        lock (_gate)
            return _text[.._sent];
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _closed.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            for (var number = 0; ;)
            {
                await Task.Delay(Look, _time, _closed.Token);
                if (Next() is not var (text, start, end))
                    continue;
                if (!await _send(number, text[start..end], _closed.Token))
                    return;
                number++;
                lock (_gate)
                    _sent = ReferenceEquals(_text, text) || _text.StartsWith(text[..end], StringComparison.Ordinal) ? end : 0;
            }
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The answer is there.
        }
        catch (Exception)
        {
            // The disk takes nothing: the answer comes whole.
        }
    }

    private (string Text, int Start, int End)? Next()
    {
        lock (_gate)
        {
            var end = ParagraphEnd.After(_text, _sent);
            var isDue = end - _sent >= _options.SentBlockLength || _time.GetElapsedTime(_changedAt) >= _options.BlockPause;
            return end > _sent && isDue && !_text.AsSpan(_sent, end - _sent).IsWhiteSpace() ? (_text, _sent, end) : null;
        }
    }
}
