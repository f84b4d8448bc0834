using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Scheduled work.</summary>
internal static class CronMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin("cron.add", 1, V3, RateLimited),
        Read("cron.get", 1, V4),
        Read("cron.list", 1, V3),
        Admin("cron.remove", 1, V3, RateLimited),
        Admin("cron.run", 1, V3, RateLimited),
        Read("cron.runs", 1, V3),
        Read("cron.status", 1, V3),
        Admin("cron.update", 1, V3, RateLimited),
        Admin("cron.scratch.get", 3, V4),
        Admin("cron.scratch.set", 3, V4),
    ];
}
