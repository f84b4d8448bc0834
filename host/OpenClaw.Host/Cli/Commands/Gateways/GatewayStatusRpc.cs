using System.Text.Json;
using OpenClaw.Host.Cli.Probing;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>The attempt to connect, and to ask.</summary>
internal sealed record GatewayStatusRpc
{
    public required bool Ok { get; init; }

    /// <summary><c>connect</c> when only the connection was tried, <c>read</c> when a question had to be answered too.</summary>
    public required string Kind { get; init; }

    public required string Capability { get; init; }

    public required ProbedAuth Auth { get; init; }

    public required ProbedServer Server { get; init; }

    public string? Version { get; init; }

    public required string Url { get; init; }

    public long? LatencyMs { get; init; }

    /// <summary>How many clients it told of; only after a deep look.</summary>
    public int? Clients { get; init; }

    /// <summary>What the gateway says of its queue of messages; only when asked for.</summary>
    public JsonElement? MessageQueue { get; init; }

    /// <summary>What the gateway says of messages from chats; only when asked for, and when there are any.</summary>
    public JsonElement? Inbox { get; init; }

    /// <summary>What the gateway says of messages to chats; only when asked for, and when there are any.</summary>
    public JsonElement? Outbox { get; init; }

    public string? Error { get; init; }

    public GatewayStatusFailure? ConnectFailure { get; init; }
}
