using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Security.Tailscale;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>Identity that Tailscale on this machine gives a caller.</summary>
public sealed class TailscaleTests
{
    private const string Address = "100.64.0.7";

    private static readonly GatewayConfig Allowed = TestGateway.DefaultConfig with { Auth = TestGateway.DefaultConfig.Auth with { AllowTailscale = true } };

    private static readonly string[] Proxied = [$"X-Forwarded-For: {Address}", "X-Forwarded-Proto: https", "X-Forwarded-Host: box.tail.example"];

    private static readonly string[] Ann = [.. Proxied, "Tailscale-User-Login: Ann@Example.com"];

    private static readonly ConnectParams Reader = TestDevice.Operator(OperatorScopes.Read) with { Auth = null };

    private readonly Directory _directory = new() { Logins = { [Address] = "ann@example.com" } };

    [Fact]
    public async Task A_verified_person_needs_no_token_and_their_device_an_approval()
    {
        await using var gateway = await StartAsync(Allowed);
        var device = new TestDevice();
        var (error, _) = await gateway.RefuseAsync(device, Reader, Ann);
        Assert.Equal("not-paired", error.Text("details", "reason"));

        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var pending = (await owner.AskAsync("device.pair.list")).GetProperty("pending")[0];
        Assert.Equal(Address, pending.Text("remoteIp"));
        await owner.AskAsync("device.pair.approve", $$"""{"requestId":"{{pending.Text("requestId")}}"}""");

        var (client, auth) = await gateway.EnterAsync(device, Reader, Ann);
        await using var closing = client;
        Assert.Equal("tailscale", auth.Text("method"));
        Assert.Equal(["operator.read"], auth.Words("scopes"));
        Assert.Equal(Address, gateway.Connections.ToArray().Single(one => one.Caller.DeviceId == device.Id).Caller.Source);

        // Within a minute the same address is not looked up again.
        Assert.Single(_directory.Asked);
    }

    [Theory]
    [Trait("Threat", "AUTH-13")]
    [InlineData("AUTH_TAILSCALE_IDENTITY_MISMATCH", "Tailscale-User-Login: eve@example.com")]
    [InlineData("AUTH_TAILSCALE_IDENTITY_MISMATCH", "Tailscale-User-Login: ann@example.com.evil.test")]
    [InlineData("AUTH_TAILSCALE_IDENTITY_MISSING", "X-Other: 1")]
    [InlineData("AUTH_TAILSCALE_IDENTITY_MISSING", "Tailscale-User-Login: ann@example.com", "Tailscale-User-Login: eve@example.com")]
    public async Task A_claim_that_does_not_hold_lets_nobody_in(string code, params string[] headers)
    {
        await using var gateway = await StartAsync(Allowed);
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), Reader, [.. Proxied, .. headers]);
        Assert.Equal(code, error.Text("details", "code"));
        Assert.Equal("review_auth_configuration", error.Text("details", "recommendedNextStep"));
    }

    [Fact]
    [Trait("Threat", "AUTH-13")]
    public async Task An_address_that_Tailscale_does_not_know_is_nobodys()
    {
        _directory.Logins.Clear();
        await using var gateway = await StartAsync(Allowed);
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), Reader, Ann);
        Assert.Equal("AUTH_TAILSCALE_WHOIS_FAILED", error.Text("details", "code"));
    }

    [Fact]
    [Trait("Threat", "AUTH-13")]
    public async Task A_name_without_the_proxys_headers_is_no_identity()
    {
        await using var gateway = await StartAsync(Allowed);
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), Reader, ["Tailscale-User-Login: ann@example.com"]);
        Assert.Equal("AUTH_TAILSCALE_PROXY_MISSING", error.Text("details", "code"));
        Assert.Empty(_directory.Asked);
    }

    [Fact]
    public async Task Who_comes_that_way_may_use_the_token_and_is_not_local_for_it()
    {
        await using var gateway = await StartAsync(Allowed);
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), Reader.WithToken(TestGateway.Token), Proxied);
        Assert.Equal("not-paired", error.Text("details", "reason"));
        Assert.Empty(_directory.Asked);
    }

    [Fact]
    [Trait("Threat", "AUTH-11")]
    public async Task Without_leave_the_headers_make_the_request_unanswerable()
    {
        var byPassword = Allowed.Auth with { Mode = GatewayAuthMode.Password, Password = Allowed.Auth.Token };
        foreach (var config in new[] { TestGateway.DefaultConfig, Allowed with { Auth = byPassword } })
        {
            await using var gateway = await StartAsync(config);
            await using var client = await FrameClient.OpenAsync(gateway.Port, headers: Ann);
            Assert.Equal(403, client.Status);
            Assert.Contains("proxy_attribution_required", client.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Trait("Threat", "AUTH-11")]
    [InlineData("")]
    [InlineData("Connection: Upgrade\r\nUpgrade: websocket\r\n")]
    public async Task Plain_requests_are_not_let_past_by_it(string upgrade)
    {
        await using var gateway = await StartAsync(Allowed);
        using var tcp = new System.Net.Sockets.TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, gateway.Port);
        await tcp.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"POST /ready HTTP/1.1\r\nHost: 127.0.0.1\r\n{upgrade}{string.Join("\r\n", Ann)}\r\n\r\n"));
        using var reader = new StreamReader(tcp.GetStream());
        Assert.Equal("HTTP/1.1 403 Forbidden", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    [Trait("Threat", "AUTH-21")]
    public async Task What_the_owner_wrote_down_for_a_person_is_the_most_they_get()
    {
        await using var gateway = await StartAsync(Allowed with
        {
            Auth = Allowed.Auth with { IdentityScopes = new Dictionary<string, IReadOnlyList<string>> { ["ann@example.com"] = [OperatorScopes.Read] } },
        });
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Admin) with { Auth = null }, Ann);
        Assert.Equal(["operator.read"], error.GetProperty("details").Words("requestedScopes"));
    }

    private Task<TestGateway> StartAsync(GatewayConfig config) =>
        TestGateway.StartAsync(config, services: services => services.AddSingleton<ITailscaleWhois>(_directory));

    private sealed class Directory : ITailscaleWhois
    {
        public Dictionary<string, string> Logins { get; } = [];

        public ConcurrentQueue<IPAddress> Asked { get; } = [];

        public Task<string?> FindLoginAsync(IPAddress address, CancellationToken cancellationToken)
        {
            Asked.Enqueue(address);
            return Task.FromResult(Logins.GetValueOrDefault(address.ToString()));
        }
    }
}
