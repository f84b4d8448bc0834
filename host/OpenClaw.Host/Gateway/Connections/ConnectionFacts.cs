using System.Collections.Frozen;
using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>What is known of a connection that was let in: its rights, and how others see it.</summary>
internal static class ConnectionFacts
{
    public static RpcCaller CallerOf(HandshakeResult accepted, Peer peer) => new()
    {
        ConnectionId = Guid.NewGuid().ToString(),
        Role = accepted.Grant.Role,
        Scopes = accepted.Grant.Scopes,
        Protocol = accepted.Protocol,
        IsLocal = peer.IsLocal,
        Source = peer.Bucket,
        User = accepted.Grant.User,
        DeviceId = accepted.Grant.DeviceId,
        AuthMethod = accepted.Grant.Method,
        IsDeviceTokenCaller = accepted.Grant.Method is AuthMethods.DeviceToken or AuthMethods.BootstrapToken,
        ClientId = accepted.Connect.Client.Id,
        ClientMode = accepted.Connect.Client.Mode,
        ClientVersion = accepted.Connect.Client.Version,
        InstanceId = accepted.Connect.Client.InstanceId,
        Capabilities = accepted.Connect.Caps is { Count: > 0 } caps
            ? caps.ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty,
    };

    public static PresenceEntry RowOf(HandshakeResult accepted, Peer peer, DateTimeOffset at)
    {
        var client = accepted.Connect.Client;
        var name = ForeignText.Cut(client.DisplayName);
        var now = at.ToUnixTimeMilliseconds();
        return new PresenceEntry
        {
            Host = name ?? client.Id,
            Ip = peer.IsLocal ? null : peer.Address?.ToString(),
            Version = ForeignText.Cut(client.Version),
            Platform = ForeignText.Cut(client.Platform),
            DeviceFamily = ForeignText.Cut(client.DeviceFamily),
            ModelIdentifier = ForeignText.Cut(client.ModelIdentifier),
            TimeZone = ForeignText.Cut(client.TimeZone),
            Mode = client.Mode,
            ClientId = client.Id,
            DeviceId = accepted.Grant.DeviceId,
            Reason = "connect",
            Text = $"Node: {name ?? "unknown"} · mode {client.Mode}",
            Ts = now,
            OnlineSince = now,
            Roles = [accepted.Grant.Role],
            Scopes = accepted.Grant.Scopes is { Count: > 0 } scopes ? scopes : null,
            InstanceId = ForeignText.Cut(client.InstanceId),
        };
    }
}
