using OpenClaw.Host.Security;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>
/// Decides who gets in and with which scopes. A device a client claims counts for nothing here until its proof has been checked:
/// such a client is treated by its shared secret alone.
/// </summary>
internal sealed class ConnectAuthorizer(SharedSecretAuthenticator authenticator)
{
    public ConnectDecision Authorize(ConnectParams connect, int protocol, Peer peer)
    {
        var supplied = new SuppliedSecrets(
            connect.Auth?.Token, connect.Auth?.Password, connect.Auth?.DeviceToken, connect.Auth?.BootstrapToken);
        var claimsDevice = connect.Device is not null;
        var role = connect.Role ?? Roles.Operator;

        // Control panels and nodes are known by their device alone, whatever secret they bring.
        if (connect.Client.Id == ClientIds.ControlUi && role == Roles.Operator)
        {
            return Refusal.ControlUiDeviceRequired();
        }

        if (role == Roles.Node)
        {
            return Refusal.DeviceRequired();
        }

        var result = authenticator.Authenticate(supplied, peer);
        if (!result.IsAuthenticated)
        {
            return !supplied.HasAny && !claimsDevice
                ? Refusal.DeviceRequired()
                : UnauthorizedRefusal.From(result, peer.IsLocal, claimsDevice && TriedTokenOnly(supplied));
        }

        if (result.Method == AuthMethods.None && !IsLocalBackend(connect, peer))
        {
            return Refusal.DeviceRequired();
        }

        return new ConnectDecision
        {
            Connect = connect,
            Protocol = protocol,
            Grant = new ConnectGrant(result.Method!, role, Scopes(connect, protocol, peer)),
        };
    }

    private static bool TriedTokenOnly(SuppliedSecrets supplied) =>
        !string.IsNullOrEmpty(supplied.Token) && string.IsNullOrEmpty(supplied.Password) && string.IsNullOrEmpty(supplied.DeviceToken);

    /// <summary>Requested scopes are kept for programs on this machine that are known to carry the owner's secret, and cleared otherwise.</summary>
    private static IReadOnlyList<string> Scopes(ConnectParams connect, int protocol, Peer peer)
    {
        var legacy = protocol < ProtocolVersions.V4 && peer.IsLocalProgram;
        if (!legacy && !IsLocalBackend(connect, peer) && !IsLocalCommandLine(connect, peer))
        {
            return [];
        }

        // Tools of the third generation leave the list out and rely on being administrators.
        return legacy && connect.Scopes is null or []
            ? [OperatorScopes.Admin]
            : [.. (connect.Scopes ?? []).Where(scope => OperatorScopes.All.Contains(scope)).Distinct()];
    }

    private static bool IsLocalBackend(ConnectParams connect, Peer peer) =>
        peer.IsLocalProgram && connect.Client is { Id: ClientIds.GatewayClient, Mode: ClientModes.Backend };

    private static bool IsLocalCommandLine(ConnectParams connect, Peer peer) =>
        peer.IsLocalProgram && connect.Client is { Id: ClientIds.Cli, Mode: ClientModes.Cli };
}
