using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>The configuration file.</summary>
internal static class ConfigMethods
{
    public static readonly MethodEntry[] All =
    [
        Admin(MethodNames.ConfigApply, 1, V3, RateLimited),
        Read(MethodNames.ConfigGet, 1, V3),
        Admin(MethodNames.ConfigPatch, 1, V3, RateLimited),
        Read(MethodNames.ConfigSchema, 1, V3),
        Read(MethodNames.ConfigSchemaLookup, 1, V4),
        Admin(MethodNames.ConfigSet, 1, V3),
        Admin("config.openFile", 3, V4, Unadvertised),
    ];
}
