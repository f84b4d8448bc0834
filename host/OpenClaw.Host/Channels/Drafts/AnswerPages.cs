using OpenClaw.Content;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>The answer as far as it is written: its first message, or all of them.</summary>
internal sealed class AnswerPages(AnswerCut cut, int firstLength, TimeProvider time) : IDraftPages
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    private volatile string _text = "";
    private long _since;

    public void Thought()
    {
        // Thoughts are not for the chat.
    }

    public void Spoke(string text)
    {
        if (_text.Length == 0)
            Volatile.Write(ref _since, time.GetTimestamp());
        _text = text;
    }

    public void Calls(ToolCallPart call)
    {
        // The answer says what there is to say.
    }

    public void Called(ToolCallPart call, bool failed)
    {
        // As above.
    }

    public IReadOnlyList<string> Now()
    {
        var text = _text;
        // A word or two would only flicker, unless nothing more comes for a while.
        return text.Length == 0 || (text.Length < firstLength && time.GetElapsedTime(Volatile.Read(ref _since)) < LongestSilence) ? [] : cut.Of(text);
    }
}
