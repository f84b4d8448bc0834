namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Values of <see cref="RunInput.Origin"/>. Stored: never change them.</summary>
internal static class RunOrigins
{
    public const string Heartbeat = "heartbeat";
    public const string Cron = "cron";
    public const string Wake = "wake";
}
