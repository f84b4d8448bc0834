using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Tests.Security;

/// <summary>A configuration that a test sets up in one line.</summary>
internal sealed class FixedConfig(GatewayConfig gateway) : IConfigSource
{
    public OpenClawConfig Current { get; } = new() { Gateway = gateway };
}
