using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

public sealed class OllamaPluginTests : DialectPluginConformance
{
    internal override Dialect Dialect => new OllamaDialect();

    protected override string Folder => PluginFolder.Named("OpenClaw.Agents.Ollama");
}
