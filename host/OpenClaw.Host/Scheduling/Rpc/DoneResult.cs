namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>The answer of methods that have nothing to tell.</summary>
internal sealed record DoneResult
{
    public bool Ok { get; init; } = true;
}
