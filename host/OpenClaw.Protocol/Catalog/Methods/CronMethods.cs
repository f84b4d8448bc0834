using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Scheduled work.</summary>
internal static class CronMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin(MethodNames.CronAdd, 1, V3, RateLimited),
        Read(MethodNames.CronGet, 1, V4),
        Read(MethodNames.CronList, 1, V3),
        Admin(MethodNames.CronRemove, 1, V3, RateLimited),
        Admin(MethodNames.CronRun, 1, V3, RateLimited),
        Read(MethodNames.CronRuns, 1, V3),
        Read(MethodNames.CronStatus, 1, V3),
        Admin(MethodNames.CronUpdate, 1, V3, RateLimited),
        Admin("cron.scratch.get", 3, V4),
        Admin("cron.scratch.set", 3, V4),
    ];
}
