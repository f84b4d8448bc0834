using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Channels.Drafts;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Typing;

/// <summary>What a chat sees of a run before its answer: that something is being written, and what there is of it.</summary>
internal sealed class ChatSigns(IChannelSender sender, TypingSigns typing, RunDrafts drafts) : IRunSigns
{
    public IRunSign? Begin(RunRecord run)
    {
        if (run.Input.Route is not { } route || sender.Find(route.Channel) is not { } channel)
            return null;
        var draft = drafts.Begin(run, route, channel);
        var sign = typing.Begin(run);
        return draft is null ? sign : sign is null ? draft : new Both(sign, draft);
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

        public async ValueTask DisposeAsync()
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }
    }
}
