using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Reload;

namespace OpenClaw.Host.Tests.Configuration;

public sealed class AuthChangeTests
{
    private static readonly GatewayAuthConfig ByToken = new() { ModeIsExplicit = true, Token = Secret.From("a-secret-of-some-length") };

    [Fact]
    public void A_secret_is_taken_over_where_the_way_to_authenticate_stays_and_the_secret_protects()
    {
        var renewed = ByToken with { Token = Secret.From("another-secret-of-some-length") };
        Assert.True(AuthChange.IsHot(ByToken, renewed));
        Assert.False(AuthChange.IsHot(ByToken, ByToken));
        Assert.False(AuthChange.IsHot(ByToken with { ModeIsExplicit = false }, renewed));
        Assert.False(AuthChange.IsHot(ByToken, renewed with { Mode = GatewayAuthMode.Password }));
        Assert.False(AuthChange.IsHot(ByToken, renewed with { Token = Secret.From("changeme") }));
        Assert.False(AuthChange.IsHot(ByToken, renewed with { Token = null }));
    }

    [Fact]
    public void Only_those_are_ended_whose_way_in_has_changed()
    {
        var before = new GatewayConfig { Auth = ByToken, TrustedProxies = ["10.0.0.1"] };
        Assert.Empty(AuthChange.MethodsOf(before, before with { Port = 1 }));
        Assert.Equal(["token"], AuthChange.MethodsOf(before, before with { Auth = ByToken with { Token = Secret.From("x") } }));
        Assert.Equal(["password"], AuthChange.MethodsOf(before, before with { Auth = ByToken with { Password = Secret.From("x") } }));
        Assert.Equal(["tailscale"], AuthChange.MethodsOf(before, before with { Auth = ByToken with { AllowTailscale = true } }));
        Assert.Equal(["trusted-proxy"], AuthChange.MethodsOf(before, before with { TrustedProxies = ["10.0.0.2"] }));
        Assert.Equal(["trusted-proxy"], AuthChange.MethodsOf(before, before with
        {
            Auth = ByToken with { TrustedProxy = new TrustedProxyAuthConfig { AllowUsers = ["ann"] } },
        }));
    }
}
