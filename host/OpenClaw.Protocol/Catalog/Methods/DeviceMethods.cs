using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Paired devices and notifications.</summary>
internal static class DeviceMethods
{
    public static readonly MethodEntry[] All =
    [
        Pairing(MethodNames.DevicePairApprove, 1, V3),
        Pairing(MethodNames.DevicePairList, 1, V3),
        Pairing(MethodNames.DevicePairReject, 1, V3),
        Pairing(MethodNames.DevicePairRemove, 1, V4),
        Pairing(MethodNames.DevicePairRename, 1, V4),
        Admin(MethodNames.DevicePairSetupCode, 1, V4, Unadvertised),
        Admin(MethodNames.DevicePairSetupStatus, 1, V4, Unadvertised),
        Pairing(MethodNames.DeviceTokenRevoke, 1, V3),
        Pairing(MethodNames.DeviceTokenRotate, 1, V3),
        Read("device.scopes.requestUpgrade", 2, V4),
        Read("device.scopes.waitUpgrade", 2, V4),
        Write("push.test", 2, V4, Unadvertised),
        Read("push.web.preferences.get", 3, V4),
        Write("push.web.preferences.set", 3, V4),
        Write("push.web.subscribe", 3, V4, Unadvertised),
        Write("push.web.test", 3, V4, Unadvertised),
        Write("push.web.unsubscribe", 3, V4, Unadvertised),
        Write("push.web.vapidPublicKey", 3, V4, Unadvertised),
    ];
}
