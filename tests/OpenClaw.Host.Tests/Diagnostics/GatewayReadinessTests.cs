using OpenClaw.Host.Diagnostics.Health;

namespace OpenClaw.Host.Tests.Diagnostics;

public sealed class GatewayReadinessTests
{
    [Fact]
    public void Ready_is_what_every_probe_confirms()
    {
        Assert.True(new GatewayReadiness([new Probe("a", () => ReadinessResult.Ready)]).Check().IsReady);
        var report = new GatewayReadiness([
            new Probe("a", () => ReadinessResult.Ready),
            new Probe("b", () => ReadinessResult.NotReady("starting")),
            new Probe("c", () => throw new IOException("/secret/path")),
        ]).Check();
        Assert.False(report.IsReady);
        Assert.Equal(["b", "c"], report.Failing);
        Assert.DoesNotContain("secret", report.Results[2].Value.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "FS-20")]
    public void A_log_that_became_a_link_or_a_directory_is_not_ready()
    {
        using var log = new LogFixture();
        var probe = new LogProbe(log.Log);
        Assert.True(probe.Check().IsReady);
        Directory.CreateDirectory(log.Log.CurrentFile);
        Assert.False(probe.Check().IsReady);
    }

    private sealed class Probe(string name, Func<ReadinessResult> check) : IReadinessProbe
    {
        public string Name => name;

        public ReadinessResult Check() => check();
    }
}
