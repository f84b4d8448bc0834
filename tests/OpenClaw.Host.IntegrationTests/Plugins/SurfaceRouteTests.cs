using System.Net;
using System.Text;
using OpenClaw.Client.Notices;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>HTTP routes of a plugin on a real gateway.</summary>
public sealed class SurfaceRouteTests
{
    [Fact]
    public async Task Routes_ask_for_what_they_say_and_hurt_nobody()
    {
        await using var gateway = await SurfaceGateway.StartAsync();

        // The gateway's secret, and the scopes that come with it.
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.SendAsync(HttpMethod.Get, "/surfaces", token: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await gateway.SendAsync(HttpMethod.Get, "/surfaces", token: "wrong")).Status);
        var known = await gateway.SendAsync(HttpMethod.Get, "/Surfaces/");
        Assert.Equal(HttpStatusCode.OK, known.Status);
        Assert.Contains("version 1.0.0 scopes operator.admin", known.Text, StringComparison.Ordinal);
        Assert.Equal("nosniff", known.Response.Headers.GetValues("X-Content-Type-Options").Single());

        // The handler sees no secret, and pages of strangers cannot read the answer.
        var below = await gateway.SendAsync(HttpMethod.Post, "/surfaces/hook/below", new StringContent("hi"));
        Assert.Equal("hi||True", below.Text);
        Assert.Equal("/surfaces/hook/below", below.Response.Headers.GetValues("X-Echo").Single());
        Assert.False(below.Response.Headers.Contains("Access-Control-Allow-Origin"));

        // A plugin that judges callers itself sees their credentials, and gets no rights for them.
        Assert.Equal("hi|Bearer x|False", (await gateway.SendAsync(HttpMethod.Post, "/surfaces/echo", new StringContent("hi"), token: "x")).Text);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Post, "/surfaces/echo", new StringContent("hi"), token: null, forwarded: "9.9.9.9")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.SendAsync(HttpMethod.Get, "/surfaces", forwarded: "9.9.9.9")).Status);

        // Methods, bodies and paths.
        var wrong = await gateway.SendAsync(HttpMethod.Post, "/surfaces", token: null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrong.Status);
        Assert.Equal("GET, HEAD", string.Join(", ", wrong.Response.Content.Headers.Allow));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await gateway.SendAsync(HttpMethod.Post, "/surfaces/echo", new StringContent(new string('x', 1_001)))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await gateway.SendAsync(HttpMethod.Post, "/surfaces/echo", Chunked(1_001))).Status);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Post, "/surfaces/echo", Chunked(1_000))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.SendAsync(HttpMethod.Get, "/surfacesx")).Status);

        // A handler that throws or hangs costs its own request.
        var thrown = await gateway.SendAsync(HttpMethod.Get, "/surfaces/throws");
        Assert.Equal((HttpStatusCode.InternalServerError, "Internal Server Error"), (thrown.Status, thrown.Text));
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await gateway.SendAsync(HttpMethod.Get, "/surfaces/hangs")).Status);
        var busy = await gateway.SendAsync(HttpMethod.Get, "/surfaces/hangs");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.Status);
        Assert.Equal(TimeSpan.FromSeconds(1), busy.Response.Headers.RetryAfter!.Delta);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Get, "/surfaces")).Status);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync(HttpMethod.Get, "/healthz", token: null)).Status);
    }

    [Fact]
    [Trait("Threat", "PLG-21")]
    public async Task A_swap_answers_every_request_and_a_removal_ends_them()
    {
        await using var gateway = await SurfaceGateway.StartAsync();
        await using var client = gateway.Client("operator.admin");
        await client.ConnectAsync();
        using var done = new CancellationTokenSource();
        var answers = AskWhileAsync(gateway, done.Token);

        using var notices = client.Subscribe();
        var slow = gateway.SendAsync(HttpMethod.Get, "/surfaces/slow", token: null);
        var slowMethod = client.RequestAsync("surfaces.slow", default);
        await BegunAsync(notices, 2);
        gateway.Become("2.0.0");
        await SurfaceGateway.RefreshAsync(client);
        var after = await gateway.SendAsync(HttpMethod.Get, "/surfaces");
        await done.CancelAsync();

        Assert.StartsWith("version 2.0.0", after.Text, StringComparison.Ordinal);
        Assert.Equal("slow 1.0.0", (await slow).Text);
        Assert.Equal("1.0.0", (await slowMethod).GetProperty("version").GetString());
        Assert.All(await answers, static status => Assert.Equal(HttpStatusCode.OK, status));

        gateway.Remove();
        await SurfaceGateway.RefreshAsync(client);
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.SendAsync(HttpMethod.Get, "/surfaces")).Status);
    }

    private static StreamContent Chunked(int length) => new(new Unsized(Encoding.UTF8.GetBytes(new string('x', length))));

    private static async Task BegunAsync(GatewaySubscription notices, int count)
    {
        await foreach (var notice in notices)
        {
            if (notice is GatewayEvent { Name: "plugin.surfaces.begun" } && --count == 0)
                return;
        }
    }

    private static async Task<List<HttpStatusCode>> AskWhileAsync(SurfaceGateway gateway, CancellationToken stop)
    {
        List<HttpStatusCode> statuses = [];
        while (!stop.IsCancellationRequested)
            statuses.Add((await gateway.SendAsync(HttpMethod.Get, "/surfaces")).Status);
        return statuses;
    }

    /// <summary>A stream that does not tell its length.</summary>
    private sealed class Unsized(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
