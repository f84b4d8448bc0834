using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Nodes and what runs on them.</summary>
internal static class NodeMethods
{
    public static readonly MethodEntry[] All =
    [
        Read(MethodNames.NodeDescribe, 1, V3),
        Node(MethodNames.NodeEvent, 1, V3),
        Write(MethodNames.NodeInvoke, 1, V3, ByParameters),
        Node(MethodNames.NodeInvokeProgress, 1, V4),
        Node(MethodNames.NodeInvokeResult, 1, V3),
        Read(MethodNames.NodeList, 1, V3),
        Pairing(MethodNames.NodePairApprove, 1, V3),
        Pairing(MethodNames.NodePairList, 1, V3),
        Pairing(MethodNames.NodePairReject, 1, V3),
        Pairing(MethodNames.NodePairRemove, 1, V4),
        Pairing(MethodNames.NodePairRequest, 1, V3, RemovedInV4),
        Pairing(MethodNames.NodePairVerify, 1, V3, RemovedInV4),
        Node(MethodNames.NodePendingAck, 1, V4),
        Node(MethodNames.NodePendingDrain, 1, V4),
        Write(MethodNames.NodePendingEnqueue, 1, V4),
        Node(MethodNames.NodePendingPull, 1, V4),
        Pairing(MethodNames.NodeRename, 1, V3),
        Node("node.pluginSurface.refresh", 2, V4),
        Node("node.pluginTools.update", 2, V4),
        Node("node.skills.update", 2, V4),
        Read(MethodNames.VoicewakeGet, 2, V3),
        Read(MethodNames.VoicewakeRoutingGet, 2, V4),
        Write(MethodNames.VoicewakeSet, 2, V3),
        Write("computer.invoke", 3, V4),
        Read("computer.status", 3, V4),
        Admin("desktop.launch", 3, V4, NotDuringStartup),
        Admin("desktop.observe", 3, V4, NotDuringStartup),
        Admin("desktop.release", 3, V4, NotDuringStartup),
        Admin("nativeHook.invoke", 3, V4, Unadvertised),
        Node("node.runnerInventory.update", 3, V4, Unadvertised),
        Admin("worker.desktop.launch", 3, V4, NotDuringStartup),
        Admin("worker.desktop.observe", 3, V4, NotDuringStartup),
    ];
}
