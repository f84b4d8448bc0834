using OpenClaw.Channels;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Typing;

/// <summary>Shows in chats that an answer is being written, where the platform can.</summary>
internal sealed class TypingSigns(IChannelSender sender, IConfigSource configuration, TimeProvider time, ILogger<TypingSign> logger)
{
    public IRunSign? Begin(RunRecord run)
    {
        if (run.Input.Route is not { } route || sender.Find(route.Channel) is not { } channel || !channel.Abilities.HasFlag(ChannelAbilities.Typing))
            return null;
        var config = configuration.Current;
        var mode = TypingModes.Of(config, route);
        return mode == TypingMode.Never ? null : new TypingSign(sender, route, mode, TypingModes.IntervalOf(config), time, logger);
    }
}
