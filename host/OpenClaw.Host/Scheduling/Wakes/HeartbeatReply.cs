using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>Understands what an agent answers to a turn that nobody asked for.</summary>
internal static class HeartbeatReply
{
    public static string StatusOf(RunInput input, string? reply)
    {
        if (string.IsNullOrWhiteSpace(reply) || SilentReplies.IsSilent(reply))
            return "ok-empty";
        return SilentReplies.IsAck(reply, input.AckMaxChars ?? SilentReplies.UsualAckCharacters) ? "ok-token" : "sent";
    }
}
