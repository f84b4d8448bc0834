namespace OpenClaw.Host.Nodes.Live;

/// <summary>That somebody sits at a node.</summary>
/// <param name="LastActiveAt">When there was activity last, by the gateway's clock.</param>
/// <param name="UpdatedAt">When that was told.</param>
internal sealed record NodePresence(long LastActiveAt, long UpdatedAt);
