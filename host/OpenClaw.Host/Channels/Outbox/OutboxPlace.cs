namespace OpenClaw.Host.Channels.Outbox;

/// <summary>A destination: what goes there is sent in order.</summary>
internal sealed record OutboxPlace(string Channel, string AccountId, string Destination);
