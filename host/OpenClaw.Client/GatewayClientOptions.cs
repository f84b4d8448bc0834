using OpenClaw.Client.Devices;
using OpenClaw.Client.Transport;
using OpenClaw.Protocol;

namespace OpenClaw.Client;

/// <summary>What a <see cref="GatewayClient"/> needs to know before it connects.</summary>
public sealed record GatewayClientOptions
{
    /// <summary>The gateway, for example <c>ws://127.0.0.1:18789</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The gateway token, when the gateway asks for one.</summary>
    public string? Token { get; init; }

    /// <summary>The gateway password, when the gateway asks for one.</summary>
    public string? Password { get; init; }

    /// <summary>The identity of this installation; the gateway then knows it as a device and can give it tokens of its own.</summary>
    public DeviceIdentity? Device { get; init; }

    /// <summary>Where tokens of the gateway for <see cref="Device"/> are kept; without it they are lost with the connection.</summary>
    public IDeviceTokenStore? DeviceTokens { get; init; }

    /// <summary>A token of the gateway for <see cref="Device"/>, when it is not in <see cref="DeviceTokens"/>.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>The one-time token of a setup code.</summary>
    public string? BootstrapToken { get; init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public string Role { get; init; } = Roles.Operator;

    /// <summary>The commands a node offers.</summary>
    public IReadOnlyList<string>? Commands { get; init; }

    /// <summary>The permissions the operating system gave a node.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>The kind of device, for nodes.</summary>
    public string? DeviceFamily { get; init; }

    /// <summary>One of <see cref="ClientIds"/>; together with <see cref="ClientMode"/> it decides what the gateway trusts the client with.</summary>
    public string ClientId { get; init; } = ClientIds.GatewayClient;

    /// <summary>One of <see cref="ClientModes"/>.</summary>
    public string ClientMode { get; init; } = ClientModes.Backend;

    /// <summary>The client's own version, shown in presence lists.</summary>
    public string ClientVersion { get; init; } = "0.0.0";

    /// <summary>A name for people, shown in presence lists.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Stays the same over restarts of the same installation.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Requested scopes; see <see cref="OperatorScopes"/>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [OperatorScopes.Admin];

    /// <summary>Capabilities; see <see cref="ClientCapabilities"/>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>Lowest protocol generation to accept.</summary>
    public int MinProtocol { get; init; } = ProtocolVersions.Current;

    /// <summary>Highest protocol generation to offer.</summary>
    public int MaxProtocol { get; init; } = ProtocolVersions.Current;

    /// <summary>Time from the first packet to hello, waiting for a gateway that is starting included.</summary>
    public TimeSpan ConnectTimeout { get; init; } = GatewayLimits.HandshakeTimeout;

    /// <summary>How long a request waits for its answer unless it says otherwise.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether to connect again after a loss. The first connection is never retried, so that mistakes show at once.</summary>
    public bool Reconnect { get; init; } = true;

    /// <summary>
    /// Whether to ask after a loss for the events that were missed, from gateways that keep them; see <see cref="Notices.Resumed"/>
    /// and <see cref="Notices.ResumeGap"/>. Only for operators, together with <see cref="Reconnect"/>.
    /// </summary>
    public bool Resume { get; init; } = true;

    /// <summary>Largest frame to accept from the gateway.</summary>
    public int MaxFrameBytes { get; init; } = GatewayLimits.MaxPayloadBytes;

    /// <summary>Leaves the credentials out, so that they do not end up in a log.</summary>
    public override string ToString() => $"{nameof(GatewayClientOptions)} {{ Url = {GatewayAddress.Display(Url)}, ClientId = {ClientId} }}";
}
