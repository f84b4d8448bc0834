using OpenClaw.Agents.Tests.Conformance;
using OpenClaw.Testing;

namespace OpenClaw.Agents.Tests.Contract;

public sealed class ResponsesPluginTests : DialectPluginConformance
{
    internal override Dialect Dialect => new ResponsesDialect();

    protected override string Folder => PluginFolder.Named("OpenClaw.Agents.OpenAI");
}
