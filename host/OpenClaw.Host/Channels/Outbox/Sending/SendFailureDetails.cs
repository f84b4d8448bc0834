namespace OpenClaw.Host.Channels.Outbox.Sending;

/// <summary>Where the message of a failed <c>send</c> is to be found.</summary>
internal sealed record SendFailureDetails(long OutboxId, string State, string? Code);
