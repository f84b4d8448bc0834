namespace OpenClaw.Protocol.Catalog;

/// <summary>Properties of a method that change how a call is treated.</summary>
[Flags]
public enum MethodTraits
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Served, but left out of <c>features.methods</c>.</summary>
    Unadvertised = 1,

    /// <summary>Refused as retryable until the gateway is ready.</summary>
    NotDuringStartup = 2,

    /// <summary>Counted against the control-plane budget.</summary>
    RateLimited = 4,

    /// <summary>Some parameters need a wider scope; see <see cref="MethodCatalog.RequiredScopes"/>.</summary>
    ByParameters = 8,

    /// <summary>Exists only while a plugin brings it.</summary>
    PluginProvided = 16,

    /// <summary>Part of protocol 3 only; offering it to protocol 4 does no harm.</summary>
    RemovedInV4 = 32,
}
