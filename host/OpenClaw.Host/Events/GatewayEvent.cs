using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Events;

/// <summary>Something that happened, with its payload encoded once for however many listeners there are.</summary>
internal sealed record GatewayEvent
{
    private GatewayEvent(string name, ReadOnlyMemory<byte> payload)
    {
        Name = name;
        Payload = payload;
    }

    public string Name { get; }

    /// <summary>UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>The payload for protocol 3 where it differs; an empty value keeps the event from those connections.</summary>
    public ReadOnlyMemory<byte>? LegacyPayload { get; init; }

    /// <summary>Only connections that announced this capability get the event.</summary>
    public string? RequiredCapability { get; init; }

    /// <summary>The canonical key of the session concerned, for connections that listen to certain sessions.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Who gets the event, beside what scopes say.</summary>
    public EventListeners Listeners { get; init; }

    /// <summary>Further says who gets the event, beside what scopes say; everybody without it.</summary>
    public Func<RpcCaller, bool>? IsFor { get; init; }

    /// <summary>Whether the current presence and health versions go along.</summary>
    public bool CarriesStateVersion { get; init; }

    public static GatewayEvent Create<T>(string name, T payload, JsonTypeInfo<T> info) =>
        new(name, JsonSerializer.SerializeToUtf8Bytes(payload, info));
}
