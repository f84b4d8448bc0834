using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Security.Pairing;

/// <summary>Who may decide about which device: nobody hands out more than they hold.</summary>
internal static class DeviceAuthority
{
    /// <summary>A caller that is nothing but a device manages itself alone, unless it is an administrator.</summary>
    public static bool MayManage(RpcCaller caller, string deviceId) =>
        caller.HasScope(OperatorScopes.Admin) || !caller.IsDeviceTokenCaller || caller.DeviceId == deviceId;

    /// <summary>The first scope the caller lacks to hand out these roles and scopes; null when it lacks none.</summary>
    public static string? MissingFor(RpcCaller caller, IEnumerable<string> roles, IEnumerable<string> scopes) =>
        caller.HasScope(OperatorScopes.Admin) ? null
        : roles.Any(role => role != Roles.Operator) ? OperatorScopes.Admin
        : scopes.FirstOrDefault(scope => !caller.HasScope(scope));

    /// <summary>
    /// Administrators take tokens back, and others the operator tokens that hold no more than they do: a device its own, and whoever
    /// has the gateway's own secret those of all devices. People whom a proxy names are no owners.
    /// </summary>
    public static bool MayRevokeToken(RpcCaller caller, DeviceRecord device, DeviceTokenRecord token) =>
        caller.HasScope(OperatorScopes.Admin)
        || (token.Role == Roles.Operator
            && (caller.DeviceId == device.DeviceId || caller.AuthMethod is AuthMethods.Token or AuthMethods.Password or AuthMethods.None)
            && token.Scopes.All(caller.HasScope));

    /// <summary>Whoever may take a token back may replace it by another; a device may also narrow its own, whatever it holds now.</summary>
    public static bool MayReplaceToken(RpcCaller caller, DeviceRecord device, DeviceTokenRecord token, IReadOnlyList<string> scopes) =>
        caller.HasScope(OperatorScopes.Admin)
        || (scopes.All(caller.HasScope) && (MayRevokeToken(caller, device, token) || (token.Role == Roles.Operator && caller.DeviceId == device.DeviceId)));
}
