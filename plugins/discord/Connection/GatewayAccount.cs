using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Settings;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>What all connections of an account need.</summary>
internal sealed record GatewayAccount
{
    public required string Token { get; init; }

    public required int Intents { get; init; }

    public required ApiAddress Address { get; init; }

    public required HttpMessageInvoker Http { get; init; }

    public required IdentifyGate Gate { get; init; }

    public required IEventSink Sink { get; init; }

    public required AccountHealth Health { get; init; }

    /// <summary>Writes down which sessions there are; a kill right after must find a new one.</summary>
    public required Func<Task> Remember { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Logger { get; init; }

    // A generated ToString would print the token.
    public override string ToString() => nameof(GatewayAccount);
}
