using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Gateway;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>What stood around a recording of sockets: how its gateway was configured, and where its clients came from.</summary>
internal sealed record RecordedSockets(string Recording)
{
    private const string Here = "http://127.0.0.1";

    public GatewayConfig Config => Recording switch
    {
        "auth-mode-none" => With(new GatewayAuthConfig { Mode = GatewayAuthMode.None, ModeIsExplicit = true }),
        "auth-mode-password" => With(new GatewayAuthConfig { Mode = GatewayAuthMode.Password, ModeIsExplicit = true, Password = Secret.From("fake-password-123") }),
        "pairing-required-remote-device" or "v3-pairing-required" or "rate-limited" => DeviceTestExtensions.BehindProxy,
        _ => TestGateway.DefaultConfig,
    };

    public GatewayOptions Options => Recording switch
    {
        "handshake-timeout" or "v3-handshake-timeout" => new GatewayOptions { HandshakeTimeout = TimeSpan.FromMilliseconds(200) },
        _ => new GatewayOptions(),
    };

    public bool IsReady => Recording != "connect-err-startup-sidecars";

    public string[] HeadersOf(string connection, int port) => (Recording, connection) switch
    {
        ("pairing-required-remote-device" or "v3-pairing-required", not "operator") or ("rate-limited", _) => DeviceTestExtensions.FromAfar,
        ("pairing-forwarded-headers", _) => DeviceTestExtensions.FromAfar,
        ("connect-err-control-ui-origin", "no-origin") => [],
        ("connect-err-control-ui-origin", "bad-origin") => ["Origin: https://elsewhere.example"],
        ("connect-err-control-ui-origin" or "connect-ok-control-ui", _) or ("auth-mode-none", "control-ui-no-device") => [$"Origin: {Here}:{port}"],
        _ => [],
    };

    /// <summary>Comes in as the recorded client had, before the recording began.</summary>
    public async Task<FrameClient> EnterAsync(TestGateway gateway)
    {
        if (Recording == "node-unauthorized-flood")
            return (await gateway.EnterAsync(new TestDevice(), TestDevice.Node())).Client;
        var version = Recording.StartsWith("v3-", StringComparison.Ordinal) ? ProtocolVersions.V3 : ProtocolVersions.V4;
        var scopes = Recording == "scope-denied" ? """["operator.read"]""" : Connects.AllScopes;
        return (await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, min: version, max: version, scopes: scopes))).Client;
    }

    private static GatewayConfig With(GatewayAuthConfig auth) => TestGateway.DefaultConfig with { Auth = auth };
}
