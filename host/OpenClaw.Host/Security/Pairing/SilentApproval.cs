using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>
/// Which requests approve themselves: those of programs on this machine, of fresh nodes in ranges the owner named, and of people a
/// proxy names, where the owner said so. Never a request for what somebody took away from the device.
/// </summary>
internal sealed class SilentApproval(IConfigSource config)
{
    private static readonly string[] NativeApps =
        [ClientIds.MacOs, ClientIds.Linux, ClientIds.Ios, ClientIds.WatchOs, ClientIds.Android];

    /// <returns>One of <see cref="ApprovalPaths"/>; null when a person has to decide.</returns>
    public string? PathFor(PairingNeed need, PairingRequest request, DeviceRecord? known, Peer peer, string authMethod, int protocol)
    {
        if (need != PairingNeed.NotPaired && known?.WasDenied(request.Role, request.Scopes) is true)
        {
            return null;
        }

        if (authMethod == AuthMethods.TrustedProxy && IsWithin(config.Current.Gateway.Auth.TrustedProxy, need, request))
        {
            return ApprovalPaths.TrustedProxy;
        }

        var rules = config.Current.Gateway.Nodes;
        if (rules.AutoApproveLocal && peer.IsLocal && IsTrustedPage(peer, request) && MayGrow(need, request, peer, authMethod, protocol))
        {
            return ApprovalPaths.Silent;
        }

        return need == PairingNeed.NotPaired && request is { Role: Roles.Node, Scopes: [] } && peer.Origin is null
            && new AddressRanges(rules.AutoApproveCidrs).Contains(peer.Address)
            ? ApprovalPaths.TrustedCidr
            : null;
    }

    private static bool IsWithin(TrustedProxyAuthConfig rules, PairingNeed need, PairingRequest request) =>
        rules.DeviceAutoApprove
        && need is PairingNeed.NotPaired or PairingNeed.RoleUpgrade or PairingNeed.ScopeUpgrade
        && request.Role == Roles.Operator
        && OperatorScopes.CoversAll(rules.DeviceAutoApproveScopes, request.Scopes);

    /// <summary>Pages are trusted where they are the gateway's own interface, whose origin has been checked already.</summary>
    private static bool IsTrustedPage(Peer peer, PairingRequest request) =>
        peer.Origin is null || request.ClientId is ClientIds.ControlUi or ClientIds.WebChat or ClientIds.WebChatUi;

    private static bool MayGrow(PairingNeed need, PairingRequest request, Peer peer, string authMethod, int protocol) => need switch
    {
        PairingNeed.NotPaired or PairingNeed.RoleUpgrade => true,
        PairingNeed.ScopeUpgrade => authMethod is AuthMethods.None or AuthMethods.Token or AuthMethods.Password,

        // The third generation knows no such need, and its local clients are never turned away.
        PairingNeed.MetadataUpgrade => peer.Origin is null && (protocol < ProtocolVersions.V4 || IsTrustedProgram(request)),
        _ => false,
    };

    private static bool IsTrustedProgram(PairingRequest request) =>
        (request.ClientMode == ClientModes.Ui && NativeApps.Contains(request.ClientId))
        || request is { ClientId: ClientIds.Cli, ClientMode: ClientModes.Cli }
        || request is { ClientId: ClientIds.GatewayClient, ClientMode: ClientModes.Backend };
}
