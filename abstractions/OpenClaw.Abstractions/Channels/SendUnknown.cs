namespace OpenClaw.Channels;

/// <summary>The message may or may not have been sent, for example after a cut connection. Repeated only where sends are idempotent.</summary>
/// <param name="Reason">What happened, for people; no secrets.</param>
public sealed record SendUnknown(string Reason) : SendOutcome;
