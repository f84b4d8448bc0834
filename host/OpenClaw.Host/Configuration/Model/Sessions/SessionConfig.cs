namespace OpenClaw.Host.Configuration.Model.Sessions;

/// <summary>The <c>session</c> section.</summary>
internal sealed record SessionConfig
{
    public SessionScope Scope { get; init; } = SessionScope.PerSender;

    public DmScope DmScope { get; init; } = DmScope.Main;

    public GroupScope GroupScope { get; init; } = GroupScope.PerGroup;

    /// <summary>Always <c>main</c>: the key is accepted and has no effect.</summary>
    public string MainKey { get; init; } = "main";

    /// <summary>Name of a person to the <c>channel:peer</c> addresses that are the same person.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> IdentityLinks { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public SessionResetConfig Reset { get; init; } = new();

    /// <summary>By <c>direct</c>, <c>group</c> or <c>thread</c>.</summary>
    public IReadOnlyDictionary<string, SessionResetConfig> ResetByType { get; init; } = new Dictionary<string, SessionResetConfig>();

    public IReadOnlyDictionary<string, SessionResetConfig> ResetByChannel { get; init; } = new Dictionary<string, SessionResetConfig>();

    public IReadOnlyList<string> ResetTriggers { get; init; } = ["/new", "/reset"];

    /// <summary>Cap of messages of history sent to the model; null for none.</summary>
    public int? MaxMessages { get; init; }

    /// <summary>A fraction of the context window up to 1, tokens above; null lets the host compute it.</summary>
    public double? CompactThreshold { get; init; }

    public SessionMaintenanceConfig Maintenance { get; init; } = new();
}
