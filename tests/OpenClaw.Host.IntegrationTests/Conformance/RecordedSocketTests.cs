namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>
/// Handshakes, refusals, broken frames and ends of a recorded gateway, repeated socket by socket. To add a recording: name it here,
/// and what stood around it in <see cref="RecordedSockets"/>.
/// </summary>
public sealed class RecordedSocketTests
{
    [Theory]
    [InlineData("auth-mode-none")]
    [InlineData("auth-mode-password")]
    [InlineData("config-writes")]
    [InlineData("connect-err-binary-json")]
    [InlineData("connect-err-control-ui-origin")]
    [InlineData("connect-err-device-id-mismatch")]
    [InlineData("connect-err-device-nonce-mismatch")]
    [InlineData("connect-err-device-nonce-missing")]
    [InlineData("connect-err-device-signature-expired")]
    [InlineData("connect-err-device-signature-invalid")]
    [InlineData("connect-err-device-signature-wrong-token")]
    [InlineData("connect-err-first-frame-not-connect")]
    [InlineData("connect-err-invalid-params")]
    [InlineData("connect-err-invalid-role")]
    [InlineData("connect-err-malformed-json")]
    [InlineData("connect-err-no-credentials")]
    [InlineData("connect-err-no-credentials-with-device")]
    [InlineData("connect-err-node-without-device")]
    [InlineData("connect-err-not-a-request-frame")]
    [InlineData("connect-err-password-on-token-gateway")]
    [InlineData("connect-err-preauth-oversized")]
    [InlineData("connect-err-protocol-mismatch")]
    [InlineData("connect-err-startup-sidecars")]
    [InlineData("connect-err-token-mismatch")]
    [InlineData("connect-err-token-mismatch-with-device")]
    [InlineData("connect-err-v1-signature")]
    [InlineData("connect-ok-control-ui")]
    [InlineData("connect-ok-gateway-client-backend")]
    [InlineData("connect-ok-node-v3-window")]
    [InlineData("connect-ok-other-client-no-device-scopes-cleared")]
    [InlineData("connect-ok-probe-v3")]
    [InlineData("connect-ok-protocol-range-3-4")]
    [InlineData("connect-ok-token-cli")]
    [InlineData("connect-ok-token-device-then-device-token")]
    [InlineData("connect-ok-v2-signature")]
    [InlineData("connect-preauth-exactly-64k")]
    [InlineData("connect-second-connect")]
    [InlineData("device-token-rotate-self")]
    [InlineData("event-scope-pairing-only")]
    [InlineData("handshake-timeout")]
    [InlineData("methods-config")]
    [InlineData("node-unauthorized-flood")]
    [InlineData("oversized-post-connect")]
    [InlineData("pairing-forwarded-headers")]
    [InlineData("pairing-required-remote-device")]
    [InlineData("pairing-setup-code")]
    [InlineData("post-connect-bad-frames")]
    [InlineData("rate-limited")]
    [InlineData("scope-denied")]
    [InlineData("shutdown-sigterm")]
    [InlineData("v3-connect-errors")]
    [InlineData("v3-connect-ok-device")]
    [InlineData("v3-connect-ok-range-3-4")]
    [InlineData("v3-connect-ok-token")]
    [InlineData("v3-device-token")]
    [InlineData("v3-handshake-timeout")]
    [InlineData("v3-pairing-required")]
    [InlineData("v3-scopes")]
    [InlineData("v3-seq-two-sockets")]
    [InlineData("v3-shutdown")]
    public async Task A_recorded_socket_goes_the_same_way(string recording)
    {
        var setting = new RecordedSockets(recording);
        await using var gateway = await ConformanceGateway.StartAsync(setting.Config, setting.Options, setting.IsReady);
        var log = new DifferenceLog(KnownDifferences.Of(recording)) { AllowsMore = KnownDifferences.IsOlder(recording) };
        await using var replay = new SocketReplay(gateway.Gateway, setting, SocketLine.Load(recording), log);

        await replay.RunAsync();

        Assert.True(log.Unjustified.Count == 0, string.Join("\n", log.Unjustified));
    }
}
