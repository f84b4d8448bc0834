using OpenClaw.Host.Configuration;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Hosting;

/// <summary>What the command line decided about one run of the gateway.</summary>
internal sealed record GatewayRunOptions
{
    public required StatePaths Paths { get; init; }

    public ConfigOverrides Overrides { get; init; } = ConfigOverrides.None;

    /// <summary>Starts without a configuration file, and writes none.</summary>
    public bool AllowUnconfigured { get; init; }

    /// <summary>Loads only plugins that ship with the gateway.</summary>
    public bool SafeMode { get; init; }

    /// <summary>Where people read what is going on.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Where people read why it does not start.</summary>
    public required TextWriter Error { get; init; }
}
