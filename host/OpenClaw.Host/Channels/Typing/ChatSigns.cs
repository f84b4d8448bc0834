using OpenClaw.Content;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Typing;

/// <summary>What a chat sees of a run before its answer: that something is being written, and what there is of it.</summary>
internal sealed class ChatSigns(IChannelSender sender, TypingSigns typing, RunDrafts drafts, RunBlocks blocks) : IRunSigns
{
    public IRunSign? Begin(RunRecord run)
    {
        if (run.Input.Route is not { } route || sender.Find(route.Channel) is not { } channel)
            return null;
        IRunSign? text = drafts.Begin(run, route, channel);
        text ??= blocks.Begin(run, route, channel);
        var sign = typing.Begin(run);
        return text is null ? sign : sign is null ? text : new Both(sign, text);
    }

    private sealed class Both(IRunSign one, IRunSign other) : IRunSign
    {
        public void Thought()
        {
            one.Thought();
            other.Thought();
        }

        public void Spoke(string text)
        {
            one.Spoke(text);
            other.Spoke(text);
        }

        public void Calls(ToolCallPart call)
        {
            one.Calls(call);
            other.Calls(call);
        }

        public void Called(ToolCallPart call, bool failed)
        {
            one.Called(call, failed);
            other.Called(call, failed);
        }

        public async ValueTask DisposeAsync()
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }
    }
}
