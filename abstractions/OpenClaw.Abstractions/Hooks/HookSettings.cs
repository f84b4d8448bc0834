namespace OpenClaw.Hooks;

/// <summary>When a hook is asked, and for how long.</summary>
public sealed record HookSettings
{
    /// <summary>Higher ones are asked first. Default 0.</summary>
    public int Priority { get; init; }

    /// <summary>How long each member may take, at most 30 seconds. Default 5 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}
