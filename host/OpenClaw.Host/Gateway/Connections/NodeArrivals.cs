using OpenClaw.Host.Gateway.Handshake;
using OpenClaw.Host.Nodes;
using OpenClaw.Host.Nodes.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Security;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Gateway.Connections;

/// <summary>What a handshake says of the node that made it.</summary>
internal static class NodeArrivals
{
    private const int LongestPath = 4096;

    /// <returns>Null for callers that are no nodes.</returns>
    public static NodeArrival? Of(HandshakeResult accepted, RpcCaller caller, Peer peer)
    {
        if (caller is not { Role: Roles.Node, DeviceId: { } nodeId })
        {
            return null;
        }

        var client = accepted.Connect.Client;
        return new NodeArrival
        {
            NodeId = nodeId,
            ConnectionId = caller.ConnectionId,
            Declared = NodeSurface.From(accepted.Connect),
            Identity = new NodeIdentity
            {
                ClientId = client.Id,
                ClientMode = client.Mode,
                DisplayName = ForeignText.Cut(client.DisplayName),
                Platform = ForeignText.Cut(client.Platform),
                Version = ForeignText.Cut(client.Version),
                DeviceFamily = ForeignText.Cut(client.DeviceFamily),
                ModelIdentifier = ForeignText.Cut(client.ModelIdentifier),
                RemoteIp = peer.IsLocal ? null : peer.Address?.ToString(),
                PathEnv = accepted.Connect.PathEnv is { Length: <= LongestPath } path && !path.Any(char.IsControl) ? path : null,
            },
            Protocol = accepted.Protocol,
            IsLocal = peer.IsLocal,
            HasSharedSecret = accepted.Grant.Method is AuthMethods.None or AuthMethods.Token or AuthMethods.Password,
            BySetupCode = accepted.Grant.SetupId is not null,
        };
    }
}
