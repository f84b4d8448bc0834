using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenClaw.Host.IntegrationTests.Gateway;

namespace OpenClaw.Host.IntegrationTests.Http;

/// <summary>Requests that lie about where they end, where they go and who sends them.</summary>
public sealed class HostileHttpTests
{
    private const string Host = "Host: 127.0.0.1\r\n";
    private const string Upgrade =
        "Connection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private const string Smuggled = "GET /healthz HTTP/1.1\r\n" + Host + "\r\n";

    [Theory]
    [Trait("Threat", "HTTP-01")]
    [Trait("Threat", "HTTP-03")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2;a\nxx\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 3\r\n\r\nabc")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    public async Task Nothing_behind_a_body_is_read_as_a_request(string rest)
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, $"POST /x HTTP/1.1\r\n{Host}{rest}{Smuggled}");
        Assert.True(answer.Split("HTTP/1.1 ").Length == 2, answer);
        Assert.DoesNotContain("\"live\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "HTTP-09")]
    public async Task A_body_over_the_limit_is_refused_by_its_length()
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, $"POST /x HTTP/1.1\r\n{Host}Content-Length: 20000001\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "HTTP-08")]
    [Trait("Threat", "HTTP-09")]
    public async Task A_body_without_length_is_answered_unread_and_its_connection_ends()
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, $"POST /healthz HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nFFFFFFF\r\nx");
        Assert.StartsWith("HTTP/1.1 405", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "HTTP-10")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public async Task A_compressed_body_is_not_even_looked_at(string coding)
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, $"POST /x HTTP/1.1\r\n{Host}Content-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFF\r\nx");
        Assert.StartsWith("HTTP/1.1 415", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "HTTP-18")]
    [InlineData("Origin: https://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\n")]
    [InlineData("Origin: null\r\nContent-Type: text/plain\r\n")]
    [InlineData("Sec-Fetch-Site: cross-site\r\nContent-Type: text/plain\r\n")]
    public async Task A_form_on_somebody_elses_page_changes_nothing(string headers)
    {
        await using var gateway = await TestGateway.StartAsync();
        foreach (var path in new[] { "/x", "/healthz", "/tools/invoke" })
        {
            var answer = await SendAsync(gateway, $"POST {path} HTTP/1.1\r\n{Host}{headers}Content-Length: 3\r\n\r\na=b");
            Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Trait("Threat", "AUTH-33")]
    [InlineData("exec")]
    [InlineData("spawn")]
    [InlineData("shell")]
    [InlineData("fs_write")]
    [InlineData("cron")]
    [InlineData("gateway")]
    [InlineData("nodes")]
    [InlineData("sessions_send")]
    public async Task No_tool_that_does_damage_is_invoked_over_HTTP(string tool)
    {
        await using var gateway = await TestGateway.StartAsync();
        var body = $$"""{"tool":"{{tool}}"}""";
        var answer = await SendAsync(
            gateway,
            $"POST /tools/invoke HTTP/1.1\r\n{Host}Authorization: Bearer {TestGateway.Token}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "HTTP-07")]
    public async Task Half_a_thousand_unfinished_heads_do_not_stop_anybody_else()
    {
        await using var gateway = await TestGateway.StartAsync();
        var slow = new List<TcpClient>();
        for (var i = 0; i < 500; i++)
        {
            var tcp = new TcpClient();
            slow.Add(tcp);
            await tcp.ConnectAsync(IPAddress.Loopback, gateway.Port);
            await tcp.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-"u8.ToArray());
        }

        var (client, _) = await gateway.ConnectAsync();
        await using var closing = client;
        await FrameTests.AssertAliveAsync(client);
        slow.ForEach(static tcp => tcp.Dispose());
    }

    [Theory]
    [Trait("Threat", "HTTP-12")]
    [Trait("Threat", "HTTP-13")]
    [Trait("Threat", "HTTP-14")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/x/..%2f..%5cetc")]
    [InlineData("/%252e%252e/etc")]
    [InlineData("/%c0%ae%c0%ae/etc")]
    [InlineData("/\\..\\etc")]
    [InlineData("/%00")]
    [InlineData("/%0d%0aSet-Cookie:%20x=1")]
    [InlineData("/healthz;x")]
    [InlineData("/healthz.")]
    [InlineData("//healthz/x")]
    [InlineData("/%E2%80%AEhealthz")]
    public async Task Strange_paths_are_answered_constantly_and_never_repeated(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, $"GET {path} HTTP/1.1\r\n{Host}Connection: close\r\n\r\n");
        Assert.True(
            answer.StartsWith("HTTP/1.1 404", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer);
        Assert.DoesNotContain("etc", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Set-Cookie", answer, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "HTTP-12")]
    [InlineData("/READYZ")]
    [InlineData("/%72eadyz")]
    [InlineData("/x/../readyz")]
    [InlineData("/./readyz")]
    [InlineData("/readyz/")]
    [InlineData("/healthz/../readyz")]
    [InlineData("/HEALTHZ")]
    public async Task Other_spellings_of_a_path_do_not_get_past_the_check_of_the_sender(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, $"GET {path} HTTP/1.1\r\n{Host}X-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "AUTH-11")]
    public async Task Forwarding_headers_refuse_an_upgrade_on_the_liveness_path_too()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await FrameClient.OpenAsync(gateway.Port, "/healthz", "127.0.0.1", "X-Forwarded-For: 203.0.113.9");
        Assert.Equal(403, client.Status);
        Assert.Contains("proxy_attribution_required", client.Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "HTTP-15")]
    public async Task The_second_version_of_HTTP_is_not_spoken()
    {
        await using var gateway = await TestGateway.StartAsync();
        var preface = await SendAsync(gateway, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0");
        Assert.DoesNotContain("HTTP/1.1 2", preface, StringComparison.Ordinal);
        var offer = await SendAsync(
            gateway, $"GET /healthz HTTP/1.1\r\n{Host}Connection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n");
        Assert.DoesNotContain(" 101 ", offer, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "HTTP-17")]
    [InlineData("/?token=")]
    [InlineData("/ws?auth.token=x&access_token=")]
    public async Task A_credential_in_the_query_is_none(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(path + TestGateway.Token);
        await client.SendAsync(Connects.Request(null));
        await HandshakeTests.AssertRefusedAsync(client, "NOT_PAIRED", "device identity required", 1008, "device identity required");
    }

    [Theory]
    [Trait("Threat", "HTTP-11")]
    [InlineData("TRACE /nothing HTTP/1.1\r\n" + Host)]
    [InlineData("CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\n")]
    [InlineData("TRACE /healthz HTTP/1.1\r\n" + Host)]
    public async Task Trace_and_connect_are_refused_everywhere(string request)
    {
        await using var gateway = await TestGateway.StartAsync();
        var answer = await SendAsync(gateway, request + "Connection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 405", answer, StringComparison.Ordinal);
        Assert.Contains("Allow: GET, HEAD", answer, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Threat", "HTTP-05")]
    [InlineData("GET / HTTP/1.0\r\n" + Upgrade, "400")]
    [InlineData("GET / HTTP/1.0\r\n" + Host + Upgrade, "400")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\n" + Upgrade, "403")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost:\r\nConnection: close\r\n", "403")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n", "403")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\nConnection: close\r\n", "400")]
    [InlineData("GET /healthz HTTP/1.0\r\n", "200")]
    public async Task A_sender_that_hides_the_name_it_used_gets_no_socket(string request, string status)
    {
        await using var gateway = await TestGateway.StartAsync();
        Assert.StartsWith($"HTTP/1.1 {status}", await SendAsync(gateway, request + "\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "HTTP-16")]
    public async Task Pages_of_strangers_cannot_use_up_the_places_of_the_programs_on_this_machine()
    {
        await using var gateway = await TestGateway.StartAsync();
        var pages = new List<FrameClient>();
        for (var i = 0; i < 32; i++)
        {
            pages.Add(await gateway.OpenAsync(headers: $"Origin: https://{i}.evil.example"));
        }

        await using (var refused = await FrameClient.OpenAsync(gateway.Port, "/", "127.0.0.1", "Origin: https://one-more.evil.example"))
        {
            Assert.Equal(503, refused.Status);
        }

        var (program, _) = await gateway.ConnectAsync();
        await using var closing = program;
        await using var own = await gateway.OpenAsync(headers: $"Origin: http://127.0.0.1:{gateway.Port}");
        foreach (var page in pages)
        {
            await page.DisposeAsync();
        }
    }

    [Fact]
    [Trait("Threat", "HTTP-21")]
    public async Task Two_origins_are_none_that_is_allowed()
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync(
            headers: [$"Origin: http://127.0.0.1:{gateway.Port}", "Origin: https://evil.example"]);
        await client.SendAsync(Connects.Request(Connects.TokenAuth));
        var error = (await client.ReceiveFrameAsync()).GetProperty("error");
        Assert.Equal("CONTROL_UI_ORIGIN_NOT_ALLOWED", error.GetProperty("details").GetProperty("code").GetString());
    }

    /// <summary>Everything that comes until the gateway closes the connection, which it has to.</summary>
    private static async Task<string> SendAsync(TestGateway gateway, string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, gateway.Port);
        await tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var answer = new MemoryStream();
        try
        {
            await tcp.GetStream().CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Cut off with something of ours unread.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
