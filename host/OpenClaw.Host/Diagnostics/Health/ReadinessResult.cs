namespace OpenClaw.Host.Diagnostics.Health;

/// <summary>What a probe found. The reason is for the log and for callers with a scope; strangers see only the name.</summary>
internal sealed record ReadinessResult(bool IsReady, string? Reason = null)
{
    public static ReadinessResult Ready { get; } = new(true);

    public static ReadinessResult NotReady(string reason) => new(false, reason);
}
