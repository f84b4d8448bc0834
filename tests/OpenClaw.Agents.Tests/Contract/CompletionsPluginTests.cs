using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

public sealed class CompletionsPluginTests : DialectPluginConformance
{
    internal override Dialect Dialect => new CompletionsDialect();

    protected override string Folder => PluginFolder.Named("OpenClaw.Agents.OpenAI");
}
