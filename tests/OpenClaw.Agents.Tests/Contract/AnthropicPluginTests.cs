using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

public sealed class AnthropicPluginTests : DialectPluginConformance
{
    internal override Dialect Dialect => new AnthropicDialect();

    protected override string Folder => PluginFolder.Named("OpenClaw.Agents.Anthropic");
}
