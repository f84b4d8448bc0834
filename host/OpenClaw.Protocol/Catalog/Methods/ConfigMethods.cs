using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>The configuration file.</summary>
internal static class ConfigMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin("config.apply", 1, V3, RateLimited),
        Read("config.get", 1, V3),
        Admin("config.patch", 1, V3, RateLimited),
        Read("config.schema", 1, V3),
        Read("config.schema.lookup", 1, V4),
        Admin("config.set", 1, V3),
        Admin("config.openFile", 3, V4, Unadvertised),
    ];
}
