using System.Buffers.Text;
using System.Text.Json;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Security.Setup;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>Codes with which a new device lets itself in.</summary>
public sealed class SetupCodeTests
{
    private const string Url = "ws://127.0.0.1:21010";

    [Fact]
    public async Task A_node_lets_itself_in_with_a_code_once()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var setup = await owner.AskAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}","includeQr":false,"bootstrapProfile":"node"}""");
        Assert.Equal(("node", "token", Url, "request.publicUrl"),
            (setup.Text("access"), setup.Text("auth"), setup.Text("gatewayUrl"), setup.Text("urlSource")));
        var code = JsonElement.Parse(Base64Url.DecodeFromChars(setup.Text("setupCode")));
        Assert.Equal(["url", "bootstrapToken", "expiresAtMs"], code.EnumerateObject().Select(member => member.Name));
        Assert.Equal(43, code.Text("bootstrapToken")!.Length);
        var setupId = setup.Text("setupId");
        Assert.Equal("{}", (await owner.AskAsync("device.pair.setupStatus", $$"""{"setupId":"{{setupId}}"}""")).ToString());

        var device = new TestDevice();
        var connect = With(TestDevice.Node("system.notify"), code.Text("bootstrapToken")!);
        var (node, auth) = await gateway.EnterAsync(device, connect, DeviceTestExtensions.FromAfar);
        await using var closing = node;
        Assert.Equal(("bootstrap-token", "node"), (auth.Text("method"), auth.Text("role")));
        Assert.False(auth.TryGetProperty("deviceTokens", out _));
        Assert.Equal("approved", (await owner.HearAsync("device.pair.resolved")).Text("decision"));
        var completed = await owner.HearAsync("device.pair.setup.completed");
        Assert.Equal((setupId, device.Id, "A node", "node"),
            (completed.Text("setupId"), completed.Text("deviceId"), completed.Text("deviceName"), completed.Text("access")));
        var status = await owner.AskAsync("device.pair.setupStatus", $$"""{"setupId":"{{setupId}}"}""");
        Assert.Equal(completed.ToString(), status.GetProperty("completion").ToString());

        var (error, close) = await gateway.RefuseAsync(new TestDevice(), connect, DeviceTestExtensions.FromAfar);
        Assert.Equal(("AUTH_BOOTSTRAP_TOKEN_INVALID", "bootstrap_token_invalid", "review_auth_configuration"),
            (error.Text("details", "code"), error.Text("details", "authReason"), error.Text("details", "recommendedNextStep")));
        Assert.StartsWith("unauthorized: setup code invalid, expired, revoked, or already used", close.CloseReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_comes_as_a_picture_unless_nobody_wants_one()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var picture = (await owner.AskAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}"}""")).Text("qrDataUrl")!;

        const string Png = "data:image/png;base64,";
        Assert.StartsWith(Png, picture, StringComparison.Ordinal);
        Assert.InRange(picture.Length, 200, 16_384);
        Assert.Equal<byte>([0x89, 0x50, 0x4E, 0x47], Convert.FromBase64String(picture[Png.Length..])[..4]);
        var without = await owner.AskAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}","includeQr":false}""");
        Assert.False(without.TryGetProperty("qrDataUrl", out _));
    }

    [Fact]
    [Trait("Threat", "AUTH-27")]
    public async Task Of_many_devices_with_one_code_one_gets_in()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxUnauthenticatedPerAddress = 200 });
        var token = await IssueAsync(gateway);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var (client, answer) = await gateway.TryConnectAsync(new TestDevice(), With(TestDevice.Node(), token));
            await client.DisposeAsync();
            return answer;
        }));
        Assert.Single(attempts, answer => answer.GetProperty("ok").GetBoolean());
        Assert.All(attempts.Where(answer => !answer.GetProperty("ok").GetBoolean()), answer => Assert.Equal(
            "AUTH_BOOTSTRAP_TOKEN_INVALID", answer.GetProperty("error").Text("details", "code")));
    }

    [Fact]
    public async Task A_code_runs_out_after_ten_minutes()
    {
        var clock = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy, time: clock);
        var early = await IssueAsync(gateway);
        var late = await IssueAsync(gateway);
        clock.Advance(SetupCodes.Lifetime - TimeSpan.FromSeconds(1));
        var (node, _) = await gateway.EnterAsync(new TestDevice(), With(TestDevice.Node(), early));
        await node.DisposeAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), With(TestDevice.Node(), late), DeviceTestExtensions.FromAfar);
        Assert.Equal("AUTH_BOOTSTRAP_TOKEN_INVALID", error.Text("details", "code"));
    }

    [Fact]
    public async Task A_phone_gets_tokens_for_both_of_its_roles()
    {
        await using var gateway = await TestGateway.StartAsync();
        var token = await IssueAsync(gateway, "limited");
        var phone = new TestDevice();
        var (node, auth) = await gateway.EnterAsync(phone, With(TestDevice.Node(), token));
        await using var closing = node;
        var other = Assert.Single(auth.GetProperty("deviceTokens").EnumerateArray());
        Assert.Equal("operator", other.Text("role"));
        Assert.DoesNotContain("operator.admin", other.Words("scopes"));
        var (person, _) = await gateway.EnterAsync(
            phone, TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Write).WithDeviceToken(other.Text("deviceToken")!));
        await person.DisposeAsync();
    }

    [Fact]
    [Trait("Threat", "AUTH-21")]
    public async Task A_code_gives_no_role_and_no_scope_beyond_its_profile()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var forNode = await IssueAsync(gateway);
        var forPhone = await IssueAsync(gateway, "limited");
        foreach (var connect in new[]
        {
            With(TestDevice.Operator(OperatorScopes.Read), forNode),
            With(TestDevice.Operator(OperatorScopes.Admin), forPhone),
            With(TestDevice.Operator(OperatorScopes.Pairing), forPhone),
        })
        {
            var (error, _) = await gateway.RefuseAsync(new TestDevice(), connect, DeviceTestExtensions.FromAfar);
            Assert.Equal("AUTH_BOOTSTRAP_TOKEN_INVALID", error.Text("details", "code"));
        }
    }

    [Fact]
    [Trait("Threat", "AUTH-28")]
    public async Task Codes_are_guessed_no_more_often_than_tokens_and_few_are_open()
    {
        var strict = DeviceTestExtensions.BehindProxy with
        {
            Auth = TestGateway.DefaultConfig.Auth with { RateLimit = new AuthRateLimitConfig { ExemptLoopback = false, MaxAttempts = 3 } },
        };
        await using var gateway = await TestGateway.StartAsync(strict);
        var token = await IssueAsync(gateway);
        for (var i = 0; i < 3; i++)
        {
            await gateway.RefuseAsync(new TestDevice(), With(TestDevice.Node(), $"guess {i}"), DeviceTestExtensions.FromAfar);
        }

        var (error, _) = await gateway.RefuseAsync(new TestDevice(), With(TestDevice.Node(), token), DeviceTestExtensions.FromAfar);
        Assert.Equal("AUTH_RATE_LIMITED", error.Text("details", "code"));

        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        for (var i = 1; i < SetupCodes.MaxOpen; i++)
        {
            await owner.AskAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}"}""");
        }

        Assert.StartsWith(
            $"no more than {SetupCodes.MaxOpen} setup codes", await owner.FailAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}"}"""), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Threat", "AUTH-29")]
    public async Task A_setup_code_in_the_place_of_a_token_is_named_and_not_counted()
    {
        var strict = TestGateway.DefaultConfig with
        {
            Auth = TestGateway.DefaultConfig.Auth with { RateLimit = new AuthRateLimitConfig { ExemptLoopback = false, MaxAttempts = 2 } },
        };
        await using var gateway = await TestGateway.StartAsync(strict);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var code = (await owner.AskAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}"}""")).Text("setupCode")!;
        for (var i = 0; i < 6; i++)
        {
            var (error, _) = await gateway.RefuseAsync(new TestDevice(), TestDevice.Operator().WithToken(code));
            Assert.Contains("this is a setup code", error.Text("message"), StringComparison.Ordinal);
        }

        var (client, _) = await gateway.ConnectAsync();
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_gateway_nobody_can_reach_makes_no_codes_on_its_own()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        Assert.StartsWith("no address leads to this gateway", await owner.FailAsync("device.pair.setupCode", "{}"), StringComparison.Ordinal);
        Assert.StartsWith("publicUrl must be", await owner.FailAsync("device.pair.setupCode", """{"publicUrl":"nonsense"}"""), StringComparison.Ordinal);
        var (reader, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.pairing"]"""));
        await using var closing = reader;
        Assert.Equal("missing scope: operator.admin", await reader.FailAsync("device.pair.setupCode", "{}"));
    }

    private static async Task<string> IssueAsync(TestGateway gateway, string profile = "node")
    {
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var setup = await owner.AskAsync("device.pair.setupCode", $$"""{"publicUrl":"{{Url}}","bootstrapProfile":"{{profile}}"}""");
        return JsonElement.Parse(Base64Url.DecodeFromChars(setup.Text("setupCode"))).Text("bootstrapToken")!;
    }

    private static ConnectParams With(ConnectParams connect, string token) => connect with { Auth = new ConnectAuth { BootstrapToken = token } };
}
