using System.Net;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Start;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class GatewayStartRulesTests
{
    private const string Local = "mode:'local'";

    [Theory]
    [InlineData("{gateway:{auth:{token:'abcdefgh'}}}", "existing config is missing gateway.mode")]
    [InlineData("{gateway:{mode:'remote',auth:{token:'abcdefgh'}}}", "current: remote")]
    [InlineData("{gateway:{mode:'local',auth:{token:'abcdefgh',password:'hgfedcba'}}}", "are both configured, but gateway.auth.mode is unset")]
    [InlineData("{gateway:{mode:'local'}}", "gateway.auth.token is not set")]
    public void A_gateway_that_is_not_set_up_says_what_is_missing(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(GatewayStartRules.Check(ConfigFixture.Load(text), false)).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_file_the_start_is_refused_unless_allowed()
    {
        using var fixture = new ConfigFixture();
        fixture["OPENCLAW_GATEWAY_TOKEN"] = "abcdefgh";
        Assert.StartsWith("Missing config.", Assert.Single(GatewayStartRules.Check(fixture.Load(), false)).Message, StringComparison.Ordinal);
        Assert.Empty(GatewayStartRules.Check(fixture.Load(), true));
    }

    [Theory]
    [Trait("Threat", "AUTH-04")]
    [InlineData("lan", "mode:'none'")]
    [InlineData("tailnet", "mode:'none'")]
    [InlineData("lan", "mode:'token'")]
    [InlineData("lan", "mode:'password',token:'abcdefgh'")]
    [InlineData("custom", "mode:'none'")]
    public void A_port_that_others_reach_needs_a_secret(string bind, string auth)
    {
        var refusals = GatewayStartRules.Check(ConfigFixture.Load($"{{gateway:{{{Local},bind:'{bind}',customBindHost:'10.0.0.1',auth:{{{auth}}}}}}}"), true);
        Assert.Contains(refusals, refusal => refusal.Message.StartsWith($"Refusing to bind gateway to {bind} without auth.\n", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Threat", "AUTH-03")]
    [InlineData("''")]
    [InlineData("'   '")]
    [InlineData("'undefined'")]
    [InlineData("'NULL'")]
    [InlineData("'your-token-here'")]
    [InlineData("'__OPENCLAW_REDACTED__'")]
    [InlineData("'$${LOWER}'")]
    public void A_secret_that_everybody_knows_does_not_count(string token)
    {
        Assert.Single(GatewayStartRules.Check(ConfigFixture.Load($"{{gateway:{{{Local},auth:{{mode:'token',token:{token}}}}}}}"), true));
        Assert.Empty(GatewayStartRules.Check(ConfigFixture.Load($"{{gateway:{{{Local},auth:{{mode:'none',token:{token}}}}}}}"), true));
    }

    [Fact]
    public void Loopback_without_auth_and_lan_with_a_token_are_fine()
    {
        Assert.Empty(GatewayStartRules.Check(ConfigFixture.Load($"{{gateway:{{{Local},auth:{{mode:'none'}}}}}}"), false));
        Assert.Empty(GatewayStartRules.Check(ConfigFixture.Load($"{{gateway:{{{Local},bind:'lan',auth:{{token:'abcdefgh'}}}}}}"), false));
    }

    [Fact]
    public void Auto_listens_everywhere_only_with_a_secret()
    {
        var open = new GatewayConfig { Bind = BindMode.Auto };
        Assert.All(BindAddresses.Resolve(open), address => Assert.True(IPAddress.IsLoopback(address)));
        var guarded = open with { Auth = new GatewayAuthConfig { Token = Secret.From("abcdefgh") } };
        Assert.DoesNotContain(BindAddresses.Resolve(guarded), IPAddress.IsLoopback);
    }
}
