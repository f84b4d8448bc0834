namespace OpenClaw.Agents.Tests.Conformance;

public sealed class CompletionsConformanceTests : ProviderConformance
{
    internal override Dialect Dialect { get; } = new CompletionsDialect();
}
