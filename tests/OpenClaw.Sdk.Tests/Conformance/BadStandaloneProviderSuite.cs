using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

internal sealed class BadStandaloneProviderSuite(string breaks) : StandaloneProviderPluginConformance
{
    private readonly string _run = $"OPENCLAW_BAD_{Guid.NewGuid():N}";

    protected override string Folder => PluginFolder.Named("BadPlugin");

    protected override string Settings => BadSettings.Of(breaks, _run);

    protected override string Provider => "bad-model";
}
