using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>Identity that a configured proxy vouches for.</summary>
public sealed class TrustedProxyTests
{
    private const string Panel = "https://panel.example";

    private static readonly GatewayConfig Behind = TestGateway.DefaultConfig with
    {
        TrustedProxies = ["127.0.0.1"],
        ControlUi = new ControlUiConfig { AllowedOrigins = [Panel] },
        Auth = new GatewayAuthConfig
        {
            Mode = GatewayAuthMode.TrustedProxy,
            TrustedProxy = new TrustedProxyAuthConfig
            {
                UserHeader = "X-User",
                RequiredHeaders = ["X-Sso"],
                AllowUsers = ["ann@example"],
                AllowLoopback = true,
            },
        },
    };

    private static readonly string[] Ann = ["X-Forwarded-For: 203.0.113.7", "X-User: ann@example", "X-Sso: 1", $"Origin: {Panel}"];

    [Fact]
    public async Task A_person_the_proxy_names_opens_the_panel_without_a_device_and_without_scopes()
    {
        await using var gateway = await TestGateway.StartAsync(Behind);
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(null, "openclaw-control-ui", "webchat"), Ann);
        await using var closing = client;
        Assert.Equal("trusted-proxy", hello.Text("auth", "method"));
        Assert.Empty(hello.Words("auth", "scopes"));
    }

    [Fact]
    public async Task A_device_of_that_person_waits_to_be_approved()
    {
        await using var gateway = await TestGateway.StartAsync(Behind);
        var (error, _) = await gateway.RefuseAsync(
            new TestDevice(), TestDevice.Operator(OperatorScopes.Read) with { Auth = null }, [.. Ann.Where(header => !header.StartsWith("Origin", StringComparison.Ordinal))]);
        Assert.Equal("not-paired", error.Text("details", "reason"));
    }

    [Fact]
    public async Task A_person_to_whom_the_owner_gave_scopes_opens_the_panel_with_what_they_ask_of_them()
    {
        await using var gateway = await TestGateway.StartAsync(Behind with
        {
            Auth = Behind.Auth with { IdentityScopes = new Dictionary<string, IReadOnlyList<string>> { ["ann@example"] = [OperatorScopes.Read] } },
        });
        var (client, hello) = await gateway.ConnectAsync(Connects.Request(null, "openclaw-control-ui", "webchat"), Ann);
        await using var closing = client;
        Assert.Equal(["operator.read"], hello.Words("auth", "scopes"));
    }

    [Fact]
    public async Task Where_the_owner_says_so_devices_of_that_person_are_approved_up_to_a_limit()
    {
        var rules = Behind.Auth.TrustedProxy with { DeviceAutoApprove = true, DeviceAutoApproveScopes = [OperatorScopes.Read, OperatorScopes.Pairing] };
        await using var gateway = await TestGateway.StartAsync(Behind with { Auth = Behind.Auth with { TrustedProxy = rules } });
        var device = new TestDevice();
        var reader = TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Pairing) with { Auth = null };
        string[] headers = [.. Ann.Where(header => !header.StartsWith("Origin", StringComparison.Ordinal))];
        var (client, auth) = await gateway.EnterAsync(device, reader, headers);
        await using var closing = client;
        Assert.Equal("trusted-proxy", auth.Text("method"));
        var paired = Assert.Single((await client.AskAsync("device.pair.list")).GetProperty("paired").EnumerateArray());
        Assert.Equal("trusted-proxy", paired.Text("approvedVia"));

        // More than the limit, and machines that lend commands, still wait for the owner.
        var (wide, _) = await gateway.RefuseAsync(device, TestDevice.Operator(OperatorScopes.Admin) with { Auth = null }, headers);
        Assert.Equal("scope-upgrade", wide.Text("details", "reason"));
        var (node, _) = await gateway.RefuseAsync(new TestDevice(), TestDevice.Node() with { Auth = null }, headers);
        Assert.Equal("not-paired", node.Text("details", "reason"));
    }

    [Theory]
    [Trait("Threat", "AUTH-13")]
    [InlineData("AUTH_VERIFIED_USER_REQUIRED", true, "X-User: eve@example", "X-Sso: 1")]
    [InlineData("AUTH_IDENTITY_HEADER_REQUIRED", true, "X-User: ann@example")]
    [InlineData("AUTH_IDENTITY_HEADER_REQUIRED", true, "X-Sso: 1")]
    [InlineData("AUTH_IDENTITY_HEADER_REQUIRED", true, "X-User: ann@example", "X-User: eve@example", "X-Sso: 1")]
    [InlineData("AUTH_IDENTITY_HEADER_REQUIRED", false, "X-User: ann@example", "X-Sso: 1")]
    public async Task Anything_less_is_refused(string code, bool allowLoopback, params string[] headers)
    {
        var config = Behind with { Auth = Behind.Auth with { TrustedProxy = Behind.Auth.TrustedProxy with { AllowLoopback = allowLoopback } } };
        await using var gateway = await TestGateway.StartAsync(config);
        var (error, _) = await gateway.RefuseAsync(
            new TestDevice(), TestDevice.Operator(OperatorScopes.Read) with { Auth = null }, ["X-Forwarded-For: 203.0.113.7", .. headers]);
        Assert.Equal(code, error.Text("details", "code"));
    }

    [Fact]
    [Trait("Threat", "AUTH-13")]
    public async Task A_program_that_is_no_proxy_names_nobody()
    {
        await using var gateway = await TestGateway.StartAsync(Behind with { TrustedProxies = ["10.0.0.1"] });
        var (error, _) = await gateway.RefuseAsync(
            new TestDevice(), TestDevice.Operator(OperatorScopes.Read) with { Auth = null }, ["X-User: ann@example", "X-Sso: 1"]);
        Assert.Equal("AUTH_IDENTITY_HEADER_REQUIRED", error.Text("details", "code"));
    }

    [Fact]
    [Trait("Threat", "AUTH-13")]
    public async Task A_proxy_on_this_machine_makes_nobody_local()
    {
        // Without a forwarding header the address is the proxy's own, which is this machine's.
        await using var gateway = await TestGateway.StartAsync(Behind);
        var (error, _) = await gateway.RefuseAsync(
            new TestDevice(), TestDevice.Operator(OperatorScopes.Read) with { Auth = null }, ["X-User: ann@example", "X-Sso: 1"]);
        Assert.Equal("not-paired", error.Text("details", "reason"));
    }

    [Fact]
    public async Task Past_the_proxy_the_password_counts_on_this_machine()
    {
        await using var gateway = await TestGateway.StartAsync(Behind with { Auth = Behind.Auth with { Password = Secret.From("fake-password-123") } });
        var connect = TestDevice.Operator(OperatorScopes.Read) with { Auth = new ConnectAuth { Password = "fake-password-123" } };
        var (client, auth) = await gateway.EnterAsync(new TestDevice(), connect);
        await using var closing = client;
        Assert.Equal("password", auth.Text("method"));
    }
}
