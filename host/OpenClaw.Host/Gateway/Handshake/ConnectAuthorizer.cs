using OpenClaw.Host.Security;
using OpenClaw.Host.Security.Devices;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.Gateway.Handshake;

/// <summary>
/// Decides who gets in and with which scopes. Callers without a device are judged by the gateway's secret alone and get scopes only
/// where they are known to carry the owner's secret. A device is proven first, then authenticated, then approved.
/// </summary>
internal sealed class ConnectAuthorizer(
    SharedSecretAuthenticator secrets, DeviceProof proof, PairedDevices devices, DeviceAuthenticator deviceAuthenticator,
    DeviceAdmission admission, IdentityScopes identities, TimeProvider time)
{
    public ValueTask<ConnectDecision> AuthorizeAsync(
        ConnectParams connect, int protocol, string nonce, Peer peer, CancellationToken cancellationToken)
    {
        if (connect.Device is null)
        {
            return ValueTask.FromResult(AuthorizeWithoutDevice(connect, protocol, peer));
        }

        return proof.Check(connect, protocol, nonce, peer, out var device) is { } failure
            ? ValueTask.FromResult<ConnectDecision>(DeviceRefusals.Proof(failure))
            : AuthorizeDeviceAsync(connect, protocol, device!, peer, cancellationToken);
    }

    private ConnectDecision AuthorizeWithoutDevice(ConnectParams connect, int protocol, Peer peer)
    {
        var started = time.GetTimestamp();
        var supplied = Supplied(connect);
        var role = connect.Role ?? Roles.Operator;
        if (role == Roles.Node)
        {
            return Refusal.DeviceRequired();
        }

        var isControlUi = connect.Client.Id == ClientIds.ControlUi;
        var result = isControlUi && peer.Identity is null ? default : secrets.Authenticate(supplied, peer);
        if (isControlUi && result.Method != AuthMethods.TrustedProxy)
        {
            // A control panel is known by its device alone, whatever secret it brings, unless a proxy vouches for the person.
            return Refusal.ControlUiDeviceRequired();
        }

        if (!result.IsAuthenticated)
        {
            return supplied.HasAny ? UnauthorizedRefusal.From(result, peer.IsLocal, canTryDeviceToken: false) : Refusal.DeviceRequired();
        }

        var isBackend = IsLocalBackend(connect, peer);
        if ((result.Method == AuthMethods.None && !isBackend) || (result.Method == AuthMethods.TrustedProxy && !isControlUi))
        {
            return Refusal.DeviceRequired();
        }

        // Scopes are kept for programs on this machine that are known to carry the owner's secret, and for people to whom the owner
        // gave some; they are cleared otherwise.
        var own = identities.Of(result);
        var keepsScopes = isBackend || IsLocalCommandLine(connect, peer) || (protocol < ProtocolVersions.V4 && peer.IsLocalProgram) || own is not null;
        return Accept(connect, protocol, new ConnectGrant
        {
            Method = result.Method!,
            Role = role,
            User = result.User,
            Scopes = keepsScopes ? IdentityScopes.Cut(RequestedScopes.Of(connect, protocol, peer, known: null), own) : [],
            AuthorizedAt = started,
        });
    }

    private async ValueTask<ConnectDecision> AuthorizeDeviceAsync(
        ConnectParams connect, int protocol, VerifiedDevice device, Peer peer, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var known = await devices.FindAsync(device.Id, cancellationToken);
        var role = connect.Role ?? Roles.Operator;
        var request = PairingRequest.From(connect, device, role, RequestedScopes.Of(connect, protocol, peer, known), peer);
        var supplied = Supplied(connect);
        var result = await deviceAuthenticator.AuthenticateAsync(supplied, peer, request, known, cancellationToken);
        if (!result.IsAuthenticated)
        {
            return UnauthorizedRefusal.From(result, peer.IsLocal, canTryDeviceToken: TriedTokenOnly(supplied));
        }

        if (result.Method == AuthMethods.Tailscale)
        {
            peer = peer.Verified();
        }

        var scopes = IdentityScopes.Cut(request.Scopes, identities.Of(result));
        request = PairingRequest.From(connect, device, role, scopes, peer);
        var grant = new ConnectGrant
        {
            Method = result.Method!,
            Role = role,
            User = result.User,
            Scopes = request.Scopes,
            VerifiedPeer = peer,
            DeviceId = device.Id,
            AuthorizedAt = started,
        };
        if (IsLocalBackend(connect, peer) && result.Method is AuthMethods.None or AuthMethods.Token or AuthMethods.Password)
        {
            // The gateway's own helpers come and go with the secret; they are not written down as devices.
            return Accept(connect, protocol, grant with { Device = await admission.RecallAsync(request, known, cancellationToken) });
        }

        var outcome = await admission.AdmitAsync(request, known, result, peer, protocol, cancellationToken);
        return outcome switch
        {
            { Device: { } admitted } => Accept(connect, protocol, grant with
            {
                Device = admitted,
                OtherTokens = outcome.OtherTokens,
                SetupId = result.Setup?.SetupId,
            }),
            { SetupWasUsed: true } => UnauthorizedRefusal.From(
                AuthResult.Refuse(AuthFailure.BootstrapTokenInvalid), peer.IsLocal, canTryDeviceToken: false),
            { TokenWasReplaced: true } => UnauthorizedRefusal.From(
                AuthResult.Refuse(AuthFailure.DeviceTokenMismatch), peer.IsLocal, canTryDeviceToken: false),
            _ => DeviceRefusals.Pairing(outcome, request),
        };
    }

    private static ConnectDecision Accept(ConnectParams connect, int protocol, ConnectGrant grant) =>
        new() { Connect = connect, Protocol = protocol, Grant = grant };

    private static SuppliedSecrets Supplied(ConnectParams connect) =>
        new(connect.Auth?.Token, connect.Auth?.Password, connect.Auth?.DeviceToken, connect.Auth?.BootstrapToken);

    private static bool TriedTokenOnly(SuppliedSecrets supplied) =>
        !string.IsNullOrEmpty(supplied.Token) && string.IsNullOrEmpty(supplied.Password) && string.IsNullOrEmpty(supplied.DeviceToken);

    private static bool IsLocalBackend(ConnectParams connect, Peer peer) =>
        peer.IsLocalProgram
        && (connect.Role ?? Roles.Operator) == Roles.Operator
        && connect.Client is { Id: ClientIds.GatewayClient, Mode: ClientModes.Backend };

    private static bool IsLocalCommandLine(ConnectParams connect, Peer peer) =>
        peer.IsLocalProgram && connect.Client is { Id: ClientIds.Cli, Mode: ClientModes.Cli };
}
