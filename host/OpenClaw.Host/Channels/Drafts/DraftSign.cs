using OpenClaw.Content;
using OpenClaw.Host.Agents.Delivery;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>Passes on what a run does.</summary>
internal sealed class DraftSign(IRunSignals pages, Func<Task> close) : IRunSign
{
    public void Thought() => pages.Thought();

    public void Spoke(string text) => pages.Spoke(text);

    public void Calls(ToolCallPart call) => pages.Calls(call);

    public void Called(ToolCallPart call, bool failed) => pages.Called(call, failed);

    public async ValueTask DisposeAsync() => await close();
}
