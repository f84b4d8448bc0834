using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>What a connect request asks for, as far as this gateway knows the words.</summary>
internal static class RequestedScopes
{
    /// <summary>
    /// Tools of the third generation leave the list out and rely on being administrators. That is granted where they would keep
    /// what they ask for anyway: on this machine, and to devices that are approved for it.
    /// </summary>
    public static IReadOnlyList<string> Of(ConnectParams connect, int protocol, Peer peer, DeviceRecord? known) =>
        connect.Role == Roles.Node ? []
        : protocol < ProtocolVersions.V4 && connect.Scopes is null or []
            ? MayDefaultToAdmin(peer, known) ? [OperatorScopes.Admin] : []
            : [.. (connect.Scopes ?? []).Where(scope => OperatorScopes.All.Contains(scope)).Distinct()];

    private static bool MayDefaultToAdmin(Peer peer, DeviceRecord? known) =>
        known is null ? peer.IsLocalProgram : known.ActiveToken(Roles.Operator)?.Scopes.Contains(OperatorScopes.Admin) ?? peer.IsLocalProgram;
}
