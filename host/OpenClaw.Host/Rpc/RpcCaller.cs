using OpenClaw.Protocol;

namespace OpenClaw.Host.Rpc;

/// <summary>Who makes a call, as the handshake settled it. Nothing in here is what a client merely claims, but for the client's description of itself.</summary>
internal sealed record RpcCaller
{
    public required string ConnectionId { get; init; }

    public required string Role { get; init; }

    /// <summary>The scopes that were granted.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The negotiated protocol version.</summary>
    public required int Protocol { get; init; }

    /// <summary>A loopback peer with no proxy in between.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The part of the network the caller comes from, for limits that outlive a connection.</summary>
    public string Source { get; init; } = "";

    /// <summary>The device whose key the caller proved to hold; null for callers known by a shared secret alone.</summary>
    public string? DeviceId { get; init; }

    /// <summary>How the caller proved itself, in the words of <c>hello-ok</c>.</summary>
    public string? AuthMethod { get; init; }

    /// <summary>True for a caller that is known as one device and nothing more: it came with that device's own token.</summary>
    public bool IsDeviceTokenCaller { get; init; }

    public string? ClientId { get; init; }

    public string? ClientMode { get; init; }

    public string? ClientVersion { get; init; }

    /// <summary>Tells installations of the same client apart.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The person a proxy vouched for; null where none did.</summary>
    public string? User { get; init; }

    /// <summary>
    /// Who the caller is whatever connection it comes by: its device, else the way it proved itself, the person and the program it is.
    /// What a caller leaves behind for itself is kept under this name.
    /// </summary>
    public string Identity =>
        DeviceId is { } device ? $"device {Role} {device}" : string.Join('\n', AuthMethod, Role, User, ClientId, ClientMode, InstanceId);

    /// <summary>The capabilities the client announced, for example <c>tool-events</c>.</summary>
    public IReadOnlySet<string> Capabilities { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public bool HasScope(string scope) => OperatorScopes.Covers(Scopes, scope);
}
