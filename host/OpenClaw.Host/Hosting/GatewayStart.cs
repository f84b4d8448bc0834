using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Hosting;

/// <summary>What one life of the gateway begins with.</summary>
/// <param name="Config">A valid configuration.</param>
/// <param name="Restarts">Those inside this process.</param>
internal sealed record GatewayStart(ConfigLoadResult Config, RestartHistory Restarts)
{
    /// <summary>Whether the file was made for this start.</summary>
    public bool IsFirstRun { get; init; }

    /// <summary>What the file says instead, when the gateway could not start with that.</summary>
    public ConfigLoadResult? Refused { get; init; }
}
