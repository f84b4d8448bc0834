using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Chat channels and their accounts.</summary>
internal static class ChannelMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin(MethodNames.ChannelsLogout, 1, V3),
        Admin(MethodNames.ChannelsStart, 1, V4),
        Read(MethodNames.ChannelsStatus, 1, V3),
        Admin(MethodNames.ChannelsStop, 1, V4),
        Admin(MethodNames.InboxDrop, 2, V4),
        Read(MethodNames.InboxList, 2, V4),
        Admin(MethodNames.InboxRetry, 2, V4),
        Admin(MethodNames.OutboxDrop, 2, V4),
        Read(MethodNames.OutboxList, 2, V4),
        Admin(MethodNames.OutboxRetry, 2, V4),
        Pairing(MethodNames.ChannelsPairingApprove, 2, V4, ByParameters),
        Pairing(MethodNames.ChannelsPairingDismiss, 2, V4),
        Pairing(MethodNames.ChannelsPairingList, 2, V4),
        Admin("web.login.start", 2, V3, Unadvertised),
        Admin("web.login.wait", 2, V3, Unadvertised),
    ];
}
