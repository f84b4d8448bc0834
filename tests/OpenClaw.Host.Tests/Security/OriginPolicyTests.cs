using System.Net;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Tests.Security;

public sealed class OriginPolicyTests
{
    private static readonly OriginPolicy Policy = new(new FixedConfig(new GatewayConfig
    {
        ControlUi = new ControlUiConfig { AllowedOrigins = ["https://panel.example", "tauri://localhost"] },
    }));

    [Theory]
    [Trait("Threat", "HTTP-19")]
    [InlineData("http://127.0.0.1:18789", nameof(OriginVerdict.Allowed))]
    [InlineData("http://localhost:18789", nameof(OriginVerdict.Allowed))]
    [InlineData("http://[::1]:18789", nameof(OriginVerdict.Allowed))]
    [InlineData("https://panel.example", nameof(OriginVerdict.Allowed))]
    [InlineData("https://PANEL.example", nameof(OriginVerdict.Allowed))]
    [InlineData("tauri://localhost", nameof(OriginVerdict.Allowed))]
    [InlineData("http://localhost:5173", nameof(OriginVerdict.NotAllowed))]
    [InlineData("http://panel.example", nameof(OriginVerdict.NotAllowed))]
    [InlineData("https://panel.example:8443", nameof(OriginVerdict.NotAllowed))]
    [InlineData("https://panel.example.", nameof(OriginVerdict.NotAllowed))]
    [InlineData("https://panel.example.evil.test", nameof(OriginVerdict.NotAllowed))]
    [InlineData("http://localhost.evil.test:18789", nameof(OriginVerdict.NotAllowed))]
    [InlineData("https://user@panel.example", nameof(OriginVerdict.MissingOrInvalid))]
    [InlineData("https://panel.example/path", nameof(OriginVerdict.MissingOrInvalid))]
    [InlineData("null", nameof(OriginVerdict.MissingOrInvalid))]
    [InlineData("*", nameof(OriginVerdict.MissingOrInvalid))]
    [InlineData("", nameof(OriginVerdict.MissingOrInvalid))]
    [InlineData(null, nameof(OriginVerdict.MissingOrInvalid))]
    public void Origins_are_compared_as_scheme_host_and_port(string? origin, string expected)
    {
        var peer = new Peer { Address = IPAddress.Loopback, Host = "127.0.0.1:18789", Origin = origin };
        Assert.Equal(expected, Policy.Judge(peer).ToString());
    }

    [Fact]
    public void Loopback_names_stand_for_each_other_on_this_machine_only()
    {
        var remote = new Peer { Address = IPAddress.Parse("10.0.0.7"), Host = "127.0.0.1:18789", Origin = "http://localhost:18789" };
        Assert.Equal(OriginVerdict.NotAllowed, Policy.Judge(remote));
    }
}
