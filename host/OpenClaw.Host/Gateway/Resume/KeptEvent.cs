using OpenClaw.Host.Events;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Host.Gateway.Resume;

/// <summary>An event that connections which come back may have missed; one for all of them. Forgetting it frees its payload everywhere.</summary>
internal sealed class KeptEvent(GatewayEvent? gatewayEvent, EventEntry? entry, StateVersion? version)
{
    // Names, versions and the objects around a payload.
    private const int OverheadBytes = 256;

    private volatile GatewayEvent? _event = gatewayEvent;

    /// <summary>Stands for a number whose event was left out because the client lagged: it is not sent later either.</summary>
    public static KeptEvent LeftOut { get; } = new(null, null, null);

    /// <summary>Null once the event was forgotten.</summary>
    public GatewayEvent? Event => _event;

    public EventEntry? Entry { get; } = entry;

    public StateVersion? Version { get; } = version;

    public int Size { get; } = OverheadBytes + (gatewayEvent?.Payload.Length ?? 0) + (gatewayEvent?.LegacyPayload?.Length ?? 0);

    public void Forget() => _event = null;
}
