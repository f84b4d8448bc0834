using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Diagnostics.Health;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Http;

/// <summary>Probes, headers and refusals of the plain HTTP surface.</summary>
public sealed class HttpSurfaceTests
{
    [Theory]
    [Trait("Threat", "HTTP-22")]
    [InlineData("/health")]
    [InlineData("/healthz")]
    public async Task Liveness_says_one_constant_thing(string path)
    {
        await using var gateway = await TestGateway.StartAsync(ready: false);
        using var http = Client(gateway);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"ok":true,"status":"live"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/ready")]
    [InlineData("/readyz")]
    public async Task Readiness_follows_the_phase_of_the_host(string path)
    {
        await using var gateway = await TestGateway.StartAsync(ready: false);
        Assert.Equal((503, "startup-sidecars"), await ReadyAsync(gateway, path));
        gateway.Lifecycle.MarkReady();
        Assert.Equal((200, ""), await ReadyAsync(gateway, path));
        gateway.Lifecycle.MarkDraining();
        Assert.Equal((503, "gateway-draining"), await ReadyAsync(gateway, path));
    }

    [Fact]
    public async Task Readiness_names_what_a_room_reports()
    {
        await using var gateway = await TestGateway.StartAsync(services: services => services.AddSingleton<IReadinessProbe, FailingProbe>());
        Assert.Equal((503, "agent-database:main"), await ReadyAsync(gateway, "/readyz"));
    }

    [Fact]
    public async Task Startup_turns_green_when_the_host_is_ready()
    {
        await using var gateway = await TestGateway.StartAsync(ready: false);
        using var http = Client(gateway);
        using var before = await http.GetAsync(new Uri("/startupz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, before.StatusCode);
        gateway.Lifecycle.MarkReady();
        using var after = await http.GetAsync(new Uri("/startupz", UriKind.Relative));
        Assert.Equal("started", JsonElement.Parse(await after.Content.ReadAsStringAsync()).GetProperty("status").GetString());
    }

    [Theory]
    [Trait("Threat", "HTTP-11")]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_on_probes_get_405_and_the_ones_that_work(string method)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = Client(gateway);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/healthz");
        request.Headers.Add("X-HTTP-Method-Override", "GET");
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", answer.Content.Headers.Allow));
        Assert.Equal("Method Not Allowed", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [Trait("Threat", "HTTP-20")]
    [Trait("Threat", "HTTP-23")]
    [InlineData("GET", "/nothing/here")]
    [InlineData("POST", "/v1/chat/completions")]
    [InlineData("OPTIONS", "/v1/models")]
    [InlineData("GET", "/some/file.txt")]
    public async Task Unknown_paths_get_a_constant_404_with_the_headers_of_every_answer(string method, string path)
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.DefaultConfig with
        {
            Http = new GatewayHttpConfig { StrictTransportSecurity = "max-age=1" },
        });
        using var http = Client(gateway);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "POST")
        {
            // A page of a stranger that sends something is turned away before anybody looks where to.
            request.Headers.Add("Origin", "https://evil.example");
        }

        using var answer = await http.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, "Not Found"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("camera=(), microphone=(self), geolocation=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
        Assert.Equal("max-age=1", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Empty(answer.Headers.Server);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Trait("Threat", "HTTP-05")]
    public async Task A_host_name_nobody_configured_is_refused_for_HTTP_and_for_the_upgrade()
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.DefaultConfig with
        {
            ControlUi = new ControlUiConfig { AllowedOrigins = ["https://gateway.example"] },
        });
        foreach (var (host, status) in new[] { ("evil.example", 403), ("gateway.example", 101), ("localhost", 101), ("[::1]", 101), ("10.0.0.1", 101) })
        {
            await using var client = await FrameClient.OpenAsync(gateway.Port, "/", host);
            Assert.Equal(status, client.Status);
        }

        Assert.StartsWith("HTTP/1.1 403", await RawAsync(gateway, "GET /healthz HTTP/1.1\r\nHost: rebind.evil.example\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "AUTH-11")]
    public async Task Forwarding_headers_of_strangers_are_refused_except_on_liveness()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var http = Client(gateway);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, ready.StatusCode);
        Assert.Contains("proxy_attribution_required", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var live = await http.GetAsync(new Uri("/healthz", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Theory]
    [InlineData("HTTP-02", "POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400")]
    [InlineData("HTTP-02", "POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", "400")]
    [InlineData("HTTP-02", "POST /x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0x1\r\n\r\na", "400")]
    [InlineData("HTTP-04", "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: localhost\r\n\r\n", "400")]
    [InlineData("HTTP-04", "GET http://other.example/healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400")]
    [InlineData("HTTP-11", "CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\nConnection: close\r\n\r\n", "405")]
    [Trait("Threat", "HTTP-02")]
    [Trait("Threat", "HTTP-04")]
    public async Task Ambiguous_requests_are_refused(string threat, string request, string status)
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await RawAsync(gateway, request);
        Assert.True(answer.StartsWith($"HTTP/1.1 {status}", StringComparison.Ordinal), $"{threat}: {answer}");
    }

    [Theory]
    [Trait("Threat", "HTTP-06")]
    [InlineData("headers", "431")]
    [InlineData("header-bytes", "431")]
    [InlineData("line", "414")]
    public async Task Oversized_heads_are_refused(string what, string status)
    {
        await using var gateway = await TestGateway.StartAsync();
        var request = what switch
        {
            "headers" => "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + string.Concat(Enumerable.Range(0, 101).Select(i => $"X-{i}: 1\r\n")) + "\r\n",
            "header-bytes" => $"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Big: {new string('x', 33 * 1024)}\r\n\r\n",
            _ => $"GET /{new string('x', 9 * 1024)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        };
        Assert.StartsWith($"HTTP/1.1 {status}", await RawAsync(gateway, request), StringComparison.Ordinal);
    }

    private static HttpClient Client(TestGateway gateway) => new() { BaseAddress = new Uri($"http://127.0.0.1:{gateway.Port}") };

    private static async Task<(int Status, string Failing)> ReadyAsync(TestGateway gateway, string path)
    {
        using var http = Client(gateway);
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var body = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(answer.StatusCode == HttpStatusCode.OK, body.GetProperty("ready").GetBoolean());
        Assert.True(body.GetProperty("uptimeMs").GetInt64() >= 0);
        return ((int)answer.StatusCode, string.Join(',', body.GetProperty("failing").EnumerateArray().Select(name => name.GetString())));
    }

    private static async Task<string> RawAsync(TestGateway gateway, string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, gateway.Port);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[4_096];
        var read = await tcp.GetStream().ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, patience.Token);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private sealed class FailingProbe : IReadinessProbe
    {
        public string Name => "agent-database:main";

        public ReadinessResult Check() => ReadinessResult.NotReady("the disk is full");
    }
}
