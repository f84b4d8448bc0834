using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Tests.Agents.Fakes;

/// <summary>A configuration that stays as it is.</summary>
internal sealed class FixedConfig(OpenClawConfig config) : IConfigSource
{
    public OpenClawConfig Current { get; } = config;
}
