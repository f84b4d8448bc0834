namespace OpenClaw.Host.Agents.Runs;

/// <summary>How a message came in.</summary>
internal sealed record MessageTransport(IReadOnlyList<MessageClient> Clients);
