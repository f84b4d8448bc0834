namespace OpenClaw.Agents.Tests.Conformance;

public sealed class ResponsesConformanceTests : ProviderConformance
{
    internal override Dialect Dialect { get; } = new ResponsesDialect();
}
