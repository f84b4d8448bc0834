using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>
/// Publishes an answer while it grows: the first piece at once, later ones gathered, so that a fast model does not flood
/// slow clients.
/// </summary>
internal sealed class AnswerStream(RunEvents events, ActiveRun run, AnswerBuilder answer, AnswerItem item, TimeSpan interval, TimeProvider time)
{
    private const int FewerAfter = 32_768;

    private int _sentText;
    private int _sentThinking;
    private long? _sentAt;
    private Task? _timer;

    private TimeSpan? Due
    {
        get
        {
            if (!HasNews)
                return null;
            if (_sentAt is not { } sentAt)
                return TimeSpan.Zero;
            // Each piece carries the whole text so far: the longer that is, the fewer pieces go out.
            var left = (interval * (1 + (_sentText / FewerAfter))) - time.GetElapsedTime(sentAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private bool HasNews => HasText || answer.ThinkingLength != _sentThinking;

    private bool HasText => answer.TextLength > _sentText && !IsHeldBack;

    // What may become the word for silence is not shown before it is clear that it does not.
    private bool IsHeldBack => _sentText == 0
        && answer.TextLength <= SilentReplies.Token.Length
        && (answer.IsComplete ? SilentReplies.IsSilent(answer.Text) : SilentReplies.Token.StartsWith(answer.Text, StringComparison.Ordinal));

    /// <summary>
    /// Completes when pending text may have to go out; nothing when none is. One timer serves many pieces: a model that sends hundreds of
    /// thousands of them must not leave as many behind.
    /// </summary>
    public Task? NextFlush(CancellationToken cancellationToken)
    {
        if (Due is not { } due)
            return null;
        if (_timer is null or { IsCompleted: true })
            _timer = Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(due.TotalMilliseconds))), time, cancellationToken);
        return _timer;
    }

    public void FlushIfDue()
    {
        if (Due == TimeSpan.Zero)
            Flush();
    }

    public void Flush()
    {
        if (!HasNews)
            return;
        _sentAt = time.GetTimestamp();
        FlushThinking();
        if (!HasText)
            return;
        var text = answer.Text;
        // Half a character waits for its other half.
        if (char.IsHighSurrogate(text[^1]) && !answer.IsComplete)
            text = text[..^1];
        if (text.Length == _sentText)
            return;
        var delta = text[_sentText..];
        var replaces = item.ReplacesEarlier && _sentText == 0;
        _sentText = text.Length;
        run.Text = text;
        run.Sign?.Spoke(text);
        events.Assistant(item.Id, text, delta, replaces);
    }

    private void FlushThinking()
    {
        var thinking = answer.Thinking;
        if (thinking.Length > 0)
            run.Sign?.Thought();
        if (thinking.Length > 0 && thinking.Length != _sentThinking)
            events.Thinking(item.Id, thinking, thinking.Length > _sentThinking ? thinking[_sentThinking..] : thinking);
        _sentThinking = thinking.Length;
    }
}
