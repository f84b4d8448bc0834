using System.Net;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>Who may call routes of plugins, under each way in which a gateway knows callers.</summary>
public sealed class SurfaceAuthenticationTests
{
    private const string Proxy = """
        "trustedProxies": ["127.0.0.1"],
        "auth": {
          "mode": "trusted-proxy",
          "trustedProxy": { "userHeader": "X-User", "allowUsers": ["ann@example", "bob@example"], "allowLoopback": true },
          "identityScopes": { "ann@example": ["operator.write"], "bob@example": ["operator.read"] }
        }
        """;

    [Fact]
    [Trait("Threat", "AUTH-32")]
    public async Task Behind_a_trusted_proxy_people_get_what_the_owner_gave_them_and_can_only_ask_for_less()
    {
        await using var gateway = await SurfaceGateway.StartAsync(gateway: Proxy);

        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.GetAsync("/surfaces")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.GetAsync("/surfaces", As("eve@example"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.GetAsync("/surfaces", As("bob@example"))).Status);
        var ann = await gateway.GetAsync("/surfaces", As("ann@example"));
        Assert.Equal(HttpStatusCode.OK, ann.Status);
        Assert.Contains("operator.write", ann.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("operator.admin", ann.Text, StringComparison.Ordinal);

        var wide = await gateway.GetAsync("/surfaces", [.. As("ann@example"), ("x-openclaw-scopes", "operator.admin, operator.write")]);
        Assert.EndsWith("scopes operator.write", wide.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.GetAsync("/surfaces", [.. As("ann@example"), ("x-openclaw-scopes", "operator.read")])).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.GetAsync("/surfaces", [.. As("bob@example"), ("x-openclaw-scopes", "operator.write")])).Status);

        // A route that judges for itself is asked by anybody, and nobody has rights there.
        Assert.Equal("hi||False", (await gateway.SendAsync(HttpMethod.Post, "/surfaces/echo", new StringContent("hi"), token: null)).Text);
    }

    [Fact]
    [Trait("Threat", "AUTH-32")]
    public async Task With_the_gateways_secret_that_header_means_nothing()
    {
        await using var gateway = await SurfaceGateway.StartAsync();

        var answer = await gateway.GetAsync("/surfaces", ("Authorization", $"Bearer {GatewayFolder.Token}"), ("x-openclaw-scopes", "operator.read"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("operator.admin", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_authentication_a_route_is_open_to_this_machine_and_not_to_what_a_proxy_passes_on()
    {
        await using var gateway = await SurfaceGateway.StartAsync(gateway: """ "auth": { "mode": "none" } """);

        var answer = await gateway.GetAsync("/surfaces");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("operator.write", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.GetAsync("/surfaces", ("X-Forwarded-For", "9.9.9.9"))).Status);
    }

    private static (string Name, string Value)[] As(string user) => [("X-Forwarded-For", "203.0.113.7"), ("X-User", user)];
}
