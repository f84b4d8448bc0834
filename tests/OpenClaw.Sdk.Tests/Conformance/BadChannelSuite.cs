using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

internal sealed class BadChannelSuite(string breaks) : ChannelPluginConformance
{
    private readonly string _run = $"OPENCLAW_BAD_{Guid.NewGuid():N}";

    protected override string Folder => PluginFolder.Named("BadPlugin");

    // It is known to fail then, so nobody has to wait long for it.
    protected override TimeSpan Patience => breaks.Length > 0 ? TimeSpan.FromSeconds(1) : base.Patience;

    protected override string Settings => BadSettings.Of(breaks, _run);

    protected override string Channel => "bad-chat";

    protected override string? WrongSettings => "{}";

    protected override Task<ChannelFarEnd> StartFarEndAsync() => Task.FromResult<ChannelFarEnd>(new FolderFarEnd());
}
