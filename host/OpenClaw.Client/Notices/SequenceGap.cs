namespace OpenClaw.Client.Notices;

/// <summary>The gateway skipped events for this connection. They do not come again: read the state anew.</summary>
/// <param name="Expected">The number that should have come.</param>
/// <param name="Received">The number that came.</param>
public sealed record SequenceGap(long Expected, long Received) : GatewayNotice;
