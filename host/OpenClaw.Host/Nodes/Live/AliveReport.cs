namespace OpenClaw.Host.Nodes.Live;

/// <summary>The part of <c>node.presence.alive</c> that is used.</summary>
internal sealed record AliveReport
{
    public string? Trigger { get; init; }
}
