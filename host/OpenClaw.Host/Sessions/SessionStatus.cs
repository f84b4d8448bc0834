namespace OpenClaw.Host.Sessions;

/// <summary>Values of <see cref="SessionEntry.Status"/>, as the wire spells them.</summary>
internal static class SessionStatus
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Killed = "killed";
    public const string Timeout = "timeout";
}
