using System.Net;
using Microsoft.AspNetCore.Http;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Tests.Security;

public sealed class PeerResolverTests
{
    private static readonly GatewayConfig BehindProxies = new() { TrustedProxies = ["10.0.0.0/8", "::1"], AllowRealIpFallback = true };

    [Theory]
    [Trait("Threat", "AUTH-11")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Host", "gateway.example")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    public void Headers_of_a_peer_that_is_no_proxy_make_the_request_unanswerable(string header, string value) =>
        Assert.Null(Resolve(new GatewayConfig(), "203.0.113.1", (header, value)));

    [Fact]
    [Trait("Threat", "AUTH-12")]
    public void The_first_address_from_the_right_that_is_no_proxy_counts()
    {
        var peer = Resolve(BehindProxies, "10.0.0.1", ("X-Forwarded-For", "127.0.0.1, 203.0.113.9, 10.0.0.2"));
        Assert.Equal("203.0.113.9", peer!.Address!.ToString());
        Assert.False(peer.IsLocal);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "garbage")]
    [InlineData("X-Forwarded-For", "203.0.113.9, garbage")]
    [InlineData("X-Forwarded-For", "10.0.0.3")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    public void A_proxy_that_names_no_client_is_no_answer_either(string header, string value) =>
        Assert.Null(Resolve(BehindProxies, "10.0.0.1", (header, value)));

    [Fact]
    public void The_real_IP_header_counts_when_it_is_allowed_and_stands_alone()
    {
        Assert.Equal("203.0.113.9", Resolve(BehindProxies, "10.0.0.1", ("X-Real-IP", "203.0.113.9"))!.Address!.ToString());
        Assert.Null(Resolve(BehindProxies with { AllowRealIpFallback = false }, "10.0.0.1", ("X-Real-IP", "203.0.113.9")));
    }

    [Theory]
    [Trait("Threat", "AUTH-14")]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.8.9.10", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.1", false)]
    public void Only_the_address_of_the_socket_makes_a_peer_local(string address, bool local)
    {
        var peer = Resolve(new GatewayConfig(), address, ("Host", "localhost.evil.test"));
        Assert.Equal(local, peer!.IsLocal);
    }

    [Fact]
    [Trait("Threat", "AUTH-08")]
    public void A_page_in_the_local_browser_is_counted_by_its_origin()
    {
        var page = Resolve(new GatewayConfig(), "127.0.0.1", ("Origin", "https://evil.example"));
        Assert.False(page!.IsLocalProgram);
        Assert.Equal("origin https://evil.example", page.AttemptSource);
    }

    private static Peer? Resolve(GatewayConfig config, string address, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return new PeerResolver(new FixedConfig(config)).TryResolve(context, out var peer) ? peer : null;
    }
}
