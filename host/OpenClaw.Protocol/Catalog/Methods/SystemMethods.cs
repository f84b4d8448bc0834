using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Health, state, logs, diagnostics and maintenance of the gateway.</summary>
internal static class SystemMethods
{
    public static readonly MethodEntry[] All =
    [
        Anyone("connect", 1, V3, Unadvertised),
        Read("gateway.identity.get", 1, V4),
        Anyone("health", 1, V3),
        Read("last-heartbeat", 1, V3),
        Read("logs.tail", 1, V3),
        Admin("set-heartbeats", 1, V3),
        Read("status", 1, V3),
        Admin("system-event", 1, V3),
        Read("system-presence", 1, V3),
        Read("system.info", 1, V4),
        Write("wake", 1, V3),
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
