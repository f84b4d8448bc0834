using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Heartbeats;

/// <summary>Where what an agent says of its own accord goes.</summary>
/// <param name="Route">The chat; null where nobody is told.</param>
/// <param name="IsLost">Whether somebody should be told and it is not known where.</param>
internal sealed record HeartbeatTarget(ReplyRoute? Route, bool IsLost)
{
    public static HeartbeatTarget Nobody { get; } = new(null, IsLost: false);
}
