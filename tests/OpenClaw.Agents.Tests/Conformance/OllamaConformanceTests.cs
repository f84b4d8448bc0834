namespace OpenClaw.Agents.Tests.Conformance;

public sealed class OllamaConformanceTests : ProviderConformance
{
    internal override Dialect Dialect { get; } = new OllamaDialect();
}
