using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Paired devices and notifications.</summary>
internal static class DeviceMethods
{
    public static readonly MethodEntry[] All =
    [
        Pairing("device.pair.approve", 1, V3),
        Pairing("device.pair.list", 1, V3),
        Pairing("device.pair.reject", 1, V3),
        Pairing("device.pair.remove", 1, V4),
        Pairing("device.pair.rename", 1, V4),
        Admin("device.pair.setupCode", 1, V4, Unadvertised),
        Admin("device.pair.setupStatus", 1, V4, Unadvertised),
        Pairing("device.token.revoke", 1, V3),
        Pairing("device.token.rotate", 1, V3),
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
