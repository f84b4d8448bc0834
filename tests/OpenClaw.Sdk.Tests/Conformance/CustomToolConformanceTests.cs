using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class CustomToolConformanceTests : ToolPluginConformance
{
    protected override string Folder => PluginFolder.Named("CustomTool");

    protected override IReadOnlyList<ToolCase> Calls => [new("convert_temperature", """{"degrees":100,"unit":"celsius"}""")];

    protected override IReadOnlyList<ToolCase> FailingCalls => [new("convert_temperature", """{"degrees":100,"unit":"kelvin"}""")];
}
