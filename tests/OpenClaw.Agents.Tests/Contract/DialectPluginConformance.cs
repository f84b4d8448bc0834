using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

/// <summary>The suite of the test kit over a shipped provider, from its folder.</summary>
public abstract class DialectPluginConformance : ProviderPluginConformance
{
    internal abstract Dialect Dialect { get; }

    protected override string Api => Dialect.Api;

    protected override async Task<ProviderFarEnd> StartFarEndAsync() => await DialectFarEnd.StartAsync(Dialect);
}
