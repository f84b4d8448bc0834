using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Nodes and what runs on them.</summary>
internal static class NodeMethods
{
    public static readonly MethodEntry[] All =
    [
        Read("node.describe", 1, V3),
        Node("node.event", 1, V3),
        Write("node.invoke", 1, V3, ByParameters),
        Node("node.invoke.progress", 1, V4),
        Node("node.invoke.result", 1, V3),
        Read("node.list", 1, V3),
        Pairing("node.pair.approve", 1, V3),
        Pairing("node.pair.list", 1, V3),
        Pairing("node.pair.reject", 1, V3),
        Pairing("node.pair.remove", 1, V4),
        Pairing("node.pair.request", 1, V3, RemovedInV4),
        Pairing("node.pair.verify", 1, V3, RemovedInV4),
        Node("node.pending.ack", 1, V4),
        Node("node.pending.drain", 1, V4),
        Write("node.pending.enqueue", 1, V4),
        Node("node.pending.pull", 1, V4),
        Pairing("node.rename", 1, V3),
        Node("node.pluginSurface.refresh", 2, V4),
        Node("node.pluginTools.update", 2, V4),
        Node("node.skills.update", 2, V4),
        Read("voicewake.get", 2, V3),
        Read("voicewake.routing.get", 2, V4),
        Write("voicewake.set", 2, V3),
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
