namespace OpenClaw.Client.Notices;

/// <summary>Every event that was missed during a loss has been handed on; what follows is new.</summary>
/// <param name="Replayed">How many there were.</param>
public sealed record Resumed(int Replayed) : GatewayNotice;
