using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Health, state, logs, diagnostics and maintenance of the gateway.</summary>
internal static class SystemMethods
{
    public static readonly MethodEntry[] All =
    [
        Anyone(MethodNames.Connect, 1, V3, Unadvertised),
        Read(MethodNames.GatewayIdentityGet, 1, V4),
        Anyone(MethodNames.Health, 1, V3),
        Read(MethodNames.LastHeartbeat, 1, V3),
        Read(MethodNames.LogsTail, 1, V3),
        Admin(MethodNames.SetHeartbeats, 1, V3),
        Read(MethodNames.Status, 1, V3),
        Admin(MethodNames.SystemEvent, 1, V3),
        Read(MethodNames.SystemPresence, 1, V3),
        Read(MethodNames.SystemInfo, 1, V4),
        Write(MethodNames.Wake, 1, V3),
        Read("audit.activity.list", 2, V4),
        Read("audit.list", 2, V4),
        Read("diagnostics.stability", 2, V4),
        Read("gateway.restart.preflight", 2, V4),
        Admin("gateway.restart.request", 2, V4, RateLimited),
        Admin("gateway.suspend.prepare", 2, V4, NotDuringStartup | RateLimited),
        Admin("gateway.suspend.resume", 2, V4),
        Read("gateway.suspend.status", 2, V4),
        Read("usage.cost", 2, V3),
        Read("usage.status", 2, V3),
        Read("audit.run.inspect", 3, V4),
        Admin("diagnostics.cpuProfile", 3, V4),
        Admin("diagnostics.heapProfile", 3, V4),
        Read("diagnostics.lanes", 3, V4),
        Write("doctor.memory.backfillDreamDiary", 3, V4),
        Write("doctor.memory.dedupeDreamDiary", 3, V4),
        Read("doctor.memory.dreamDiary", 3, V4),
        Write("doctor.memory.repairDreamingArtifacts", 3, V4),
        Write("doctor.memory.resetDreamDiary", 3, V4),
        Write("doctor.memory.resetGroundedShortTerm", 3, V4),
        Read("doctor.memory.status", 3, V4),
        Admin("gateway.suspend.handoff", 3, V4, RateLimited),
        Read("hooks.status", 3, V4),
    ];
}
