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

    /// <summary>Tokens are replaced and taken back by administrators, and within what they hold by others, who as devices do so for themselves alone.</summary>
    public static bool MayChangeToken(RpcCaller caller, string deviceId, string role, IEnumerable<string> scopes) =>
        caller.HasScope(OperatorScopes.Admin)
        || (MayManage(caller, deviceId) && role == Roles.Operator && scopes.All(caller.HasScope));
}
