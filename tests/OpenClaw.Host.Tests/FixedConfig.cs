using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Tests;

/// <summary>A configuration that a test sets up in one line.</summary>
internal sealed class FixedConfig(OpenClawConfig config) : IConfigSource
{
    public FixedConfig(GatewayConfig gateway)
        : this(new OpenClawConfig { Gateway = gateway })
    {
    }

    public OpenClawConfig Current { get; } = config;
}
