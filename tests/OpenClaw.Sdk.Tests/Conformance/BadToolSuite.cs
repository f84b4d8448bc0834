using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

/// <summary>The tool suite over the plugin that breaks one rule. Not a test class: the facts are called one by one.</summary>
internal sealed class BadToolSuite(string breaks, string? folder = null) : ToolPluginConformance
{
    private readonly string _run = $"OPENCLAW_BAD_{Guid.NewGuid():N}";

    protected override string Folder => folder ?? PluginFolder.Named("BadPlugin");

    // It is known to fail then, so nobody has to wait long for it.
    protected override TimeSpan Patience => breaks.Length > 0 ? TimeSpan.FromSeconds(1) : base.Patience;

    protected override string Settings => BadSettings.Of(breaks, _run);

    protected override IReadOnlyList<ToolCase> Calls => [new("bad_tool", "{}")];

    protected override IReadOnlyList<ToolCase> FailingCalls => [new("bad_tool", """{"fail":true}""")];
}
