namespace OpenClaw.Host.Diagnostics;

/// <summary>Remembers the last restart inside this process, across the restarts.</summary>
internal sealed class RestartHistory
{
    /// <summary>Restarts that are asked for sooner after one are put off until then, and become one.</summary>
    public static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(30);

    public DateTimeOffset? Last { get; set; }
}
