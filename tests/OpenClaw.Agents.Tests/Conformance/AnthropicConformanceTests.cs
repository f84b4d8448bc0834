namespace OpenClaw.Agents.Tests.Conformance;

public sealed class AnthropicConformanceTests : ProviderConformance
{
    internal override Dialect Dialect { get; } = new AnthropicDialect();
}
