using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>
/// Publishes an answer while it grows: the first piece at once, later ones gathered, so that a fast model does not flood
/// slow clients.
/// </summary>
internal sealed class AnswerStream(RunEvents events, ActiveRun run, AnswerBuilder answer, AnswerItem item, TimeSpan interval, TimeProvider time)
{
    private int _sentText;
    private int _sentThinking;
    private long? _sentAt;

    /// <summary>How long to wait before the text that is pending goes out; nothing when none is.</summary>
    public TimeSpan? Due
    {
        get
        {
            if (!HasNews)
                return null;
            if (_sentAt is not { } sentAt)
                return TimeSpan.Zero;
            var left = interval - time.GetElapsedTime(sentAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private bool HasNews => HasText || answer.ThinkingLength != _sentThinking;

    private bool HasText => answer.TextLength > _sentText && !IsHeldBack;

    // What may become the word for silence is not shown before it is clear that it does not.
    private bool IsHeldBack => _sentText == 0
        && answer.TextLength <= SilentReplies.Token.Length
        && (answer.IsComplete ? SilentReplies.IsSilent(answer.Text) : SilentReplies.Token.StartsWith(answer.Text, StringComparison.Ordinal));

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
        var delta = text[_sentText..];
        var replaces = item.ReplacesEarlier && _sentText == 0;
        _sentText = text.Length;
        run.Text = text;
        run.Sign?.Spoke();
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
