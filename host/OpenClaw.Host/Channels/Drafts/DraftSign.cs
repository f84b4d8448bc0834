using OpenClaw.Host.Agents.Delivery;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>Passes on what a run says.</summary>
internal sealed class DraftSign(Action<string> show, Func<Task> close) : IRunSign
{
    public void Thought()
    {
        // Thoughts are not for the chat.
    }

    public void Spoke(string text) => show(text);

    public async ValueTask DisposeAsync() => await close();
}
