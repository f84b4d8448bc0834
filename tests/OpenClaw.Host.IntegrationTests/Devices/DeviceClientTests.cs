using OpenClaw.Client;
using OpenClaw.Client.Devices;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>Our own client as a device at our own gateway.</summary>
public sealed class DeviceClientTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public async Task The_client_proves_its_device_and_comes_back_with_its_token(int minProtocol)
    {
        using var directory = new TemporaryDirectory();
        await using var gateway = await TestGateway.StartAsync();
        var options = Options(gateway, directory) with { Token = TestGateway.Token, MinProtocol = minProtocol };
        string token;
        await using (var first = new GatewayClient(options))
        {
            var auth = (await first.ConnectAsync()).Auth!;
            Assert.Equal(("token", OperatorScopes.Admin), (auth.Method, auth.Scopes[0]));
            token = auth.DeviceToken!;
        }

        await using var second = new GatewayClient(options with { Token = null });
        var again = (await second.ConnectAsync()).Auth!;
        Assert.Equal(("device-token", token), (again.Method, again.DeviceToken));
    }

    [Fact]
    public async Task A_changed_secret_is_survived_with_the_token_the_gateway_knows()
    {
        using var directory = new TemporaryDirectory();
        await using var gateway = await TestGateway.StartAsync();
        var options = Options(gateway, directory);
        await using (var first = new GatewayClient(options with { Token = TestGateway.Token }))
        {
            await first.ConnectAsync();
        }

        await using var second = new GatewayClient(options with { Token = "yesterday's token" });
        Assert.Equal("device-token", (await second.ConnectAsync()).Auth!.Method);

        // Without a token of its own there is nothing to try again with.
        using var elsewhere = new TemporaryDirectory();
        await using var stranger = new GatewayClient(Options(gateway, elsewhere) with { Token = "yesterday's token" });
        var error = await Assert.ThrowsAsync<GatewayConnectException>(() => stranger.ConnectAsync());
        Assert.Equal(GatewayConnectFailure.Unauthorized, error.Failure);
    }

    [Fact]
    public async Task A_token_that_was_taken_back_is_forgotten()
    {
        using var directory = new TemporaryDirectory();
        await using var gateway = await TestGateway.StartAsync();
        var options = Options(gateway, directory);
        await using (var first = new GatewayClient(options with { Token = TestGateway.Token }))
        {
            await first.ConnectAsync();
            await first.RequestAsync("device.token.revoke", System.Text.Json.JsonElement.Parse(
                $$"""{"deviceId":"{{options.Device!.Id}}","role":"operator"}"""));
        }

        await using var second = new GatewayClient(options);
        var stale = await Assert.ThrowsAsync<GatewayConnectException>(() => second.ConnectAsync());
        Assert.Equal("AUTH_DEVICE_TOKEN_MISMATCH", stale.Error!.Details!.Value.Text("code"));
        Assert.Null(await options.DeviceTokens!.FindAsync(options.Url, options.Device!.Id, Roles.Operator, default));
    }

    [Fact]
    public async Task A_setup_code_lets_a_node_in_and_its_token_keeps_it_in()
    {
        using var directory = new TemporaryDirectory();
        await using var gateway = await TestGateway.StartAsync(
            TestGateway.DefaultConfig with { Nodes = new GatewayNodesConfig { AutoApproveLocal = false } });
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var setup = await owner.AskAsync("device.pair.setupCode", """{"publicUrl":"ws://127.0.0.1:1","bootstrapProfile":"node"}""");
        var code = System.Text.Json.JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(setup.Text("setupCode")));
        var options = Options(gateway, directory) with
        {
            Role = Roles.Node,
            ClientId = ClientIds.NodeHost,
            ClientMode = ClientModes.Node,
            Scopes = [],
            BootstrapToken = code.Text("bootstrapToken"),
        };
        foreach (var method in new[] { "bootstrap-token", "device-token" })
        {
            await using var node = new GatewayClient(options);
            Assert.Equal(method, (await node.ConnectAsync()).Auth!.Method);
        }
    }

    [Fact]
    public async Task A_gateway_without_secrets_takes_the_client_as_a_device()
    {
        using var directory = new TemporaryDirectory();
        await using var gateway = await TestGateway.StartAsync(
            TestGateway.DefaultConfig with { Auth = new GatewayAuthConfig { Mode = GatewayAuthMode.None } });
        await using var client = new GatewayClient(Options(gateway, directory));
        Assert.Equal("none", (await client.ConnectAsync()).Auth!.Method);
    }

    private static GatewayClientOptions Options(TestGateway gateway, TemporaryDirectory directory) => new()
    {
        Url = new($"ws://127.0.0.1:{gateway.Port}"),
        ClientId = ClientIds.Cli,
        ClientMode = ClientModes.Cli,
        Device = DeviceIdentity.LoadOrCreate(directory["device.json"]),
        DeviceTokens = new DeviceTokenFile(directory["tokens.json"]),
        Reconnect = false,
    };
}
