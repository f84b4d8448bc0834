namespace OpenClaw.Channels;

/// <summary>What the host decided about a received message.</summary>
/// <param name="Chat">Where it was written.</param>
/// <param name="SenderId">Who wrote it, by the platform's id.</param>
/// <param name="MessageId">The platform's id of it, as it was handed over.</param>
/// <param name="Decision">The decision.</param>
public sealed record InboundVerdict(ChatAddress Chat, string SenderId, string MessageId, InboundDecision Decision);
