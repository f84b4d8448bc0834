using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Host.Security.Pairing;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>How devices are let in: by themselves on this machine, by a person from elsewhere.</summary>
public sealed class PairingTests
{
    private static readonly ConnectParams Laptop = Named(TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Write));

    [Fact]
    public async Task A_program_on_this_machine_is_approved_silently_and_operators_hear_of_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (watcher, _) = await gateway.ConnectAsync();
        await using var watching = watcher;
        var device = new TestDevice();
        var (client, auth) = await gateway.EnterAsync(device, TestDevice.Operator(TestDevice.AllScopes));
        await using var closing = client;

        Assert.Equal(("token", "operator"), (auth.Text("method"), auth.Text("role")));
        Assert.Equal(TestDevice.AllScopes, auth.Words("scopes"));
        var resolved = await watcher.HearAsync("device.pair.resolved");
        Assert.Equal((device.Id, "approved"), (resolved.Text("deviceId"), resolved.Text("decision")));

        var paired = Assert.Single((await client.AskAsync("device.pair.list")).GetProperty("paired").EnumerateArray());
        Assert.Equal(("silent", device.PublicKey), (paired.Text("approvedVia"), paired.Text("publicKey")));
        Assert.Equal(TestDevice.AllScopes, paired.Words("scopes"));
        Assert.True(paired.GetProperty("connected").GetBoolean());
        Assert.Equal("connect", paired.Text("lastSeenReason"));
        Assert.False(paired.TryGetProperty("remoteIp", out _));
        var token = Assert.Single(paired.GetProperty("tokens").EnumerateArray());
        Assert.Equal(TestDevice.AllScopes.Order(StringComparer.Ordinal), token.Words("scopes"));
        Assert.DoesNotContain(auth.Text("deviceToken")!, paired.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_can_be_switched_off()
    {
        await using var gateway = await TestGateway.StartAsync(
            TestGateway.DefaultConfig with { Nodes = new GatewayNodesConfig { AutoApproveLocal = false } });
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), Laptop);
        Assert.Equal(("NOT_PAIRED", "not-paired"), (error.Text("code"), error.Text("details", "reason")));
    }

    [Fact]
    public async Task A_device_from_elsewhere_goes_the_recorded_way()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();

        // Unknown: it waits, and asking again changes nothing.
        var (error, close) = await RefuseAsync(Laptop);
        var requested = await owner.HearAsync("device.pair.requested");
        var requestId = requested.Text("requestId")!;
        Assert.Equal(
            ("Remote laptop", DeviceTestExtensions.RemoteAddress, "operator", "cli"),
            (requested.Text("displayName"), requested.Text("remoteIp"), requested.Text("role"), requested.Text("clientId")));
        Assert.False(requested.GetProperty("silent").GetBoolean() || requested.GetProperty("isRepair").GetBoolean());
        Assert.Equal("pairing required: device is not approved yet", error.Text("message"));
        Assert.Equal($"pairing required: device is not approved yet (requestId: {requestId})", close.CloseReason);
        var details = error.GetProperty("details");
        Assert.Equal(
            ("PAIRING_REQUIRED", "not-paired", requestId, device.Id, "operator"),
            (details.Text("code"), details.Text("reason"), details.Text("requestId"), details.Text("deviceId"), details.Text("requestedRole")));
        Assert.Equal(["operator.read", "operator.write"], details.Words("requestedScopes"));
        Assert.False(details.TryGetProperty("approvedRoles", out _));
        Assert.Equal(requestId, (await RefuseAsync(Laptop)).Error.Text("details", "requestId"));
        Assert.Single((await owner.AskAsync("device.pair.list")).GetProperty("pending").EnumerateArray());

        // Approved: it comes in and gets a token.
        var approved = (await owner.AskAsync("device.pair.approve", Decision(requestId))).GetProperty("device");
        Assert.Equal("owner", approved.Text("approvedVia"));
        Assert.False(approved.TryGetProperty("connected", out _));
        Assert.Equal("approved", (await owner.HearAsync("device.pair.resolved")).Text("decision"));
        var (live, auth) = await gateway.EnterAsync(device, Laptop, DeviceTestExtensions.FromAfar);
        await using (live)
        {
            Assert.Equal(approved.GetProperty("createdAtMs").GetInt64(), auth.GetProperty("issuedAtMs").GetInt64());
        }

        // More scopes, then another role: the second request replaces the first and carries both.
        var upgrade = await RefuseAsync(Named(TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Write, OperatorScopes.Admin)));
        Assert.Equal("scope-upgrade", upgrade.Error.Text("details", "reason"));
        Assert.Equal(["operator"], upgrade.Error.GetProperty("details").Words("approvedRoles"));
        Assert.Equal(["operator.read", "operator.write"], upgrade.Error.GetProperty("details").Words("approvedScopes"));
        Assert.Equal(120, upgrade.Close.CloseReason!.Length);
        Assert.True((await owner.HearAsync("device.pair.requested")).GetProperty("isRepair").GetBoolean());
        var role = await RefuseAsync(TestDevice.Node("system.notify"));
        Assert.Equal("role-upgrade", role.Error.Text("details", "reason"));
        Assert.False(role.Error.GetProperty("details").TryGetProperty("requestedScopes", out _));
        var superseded = await owner.HearAsync("device.pair.resolved");
        Assert.Equal((upgrade.Error.Text("details", "requestId"), "rejected"), (superseded.Text("requestId"), superseded.Text("decision")));
        var merged = await owner.HearAsync("device.pair.requested");
        Assert.Equal(["operator", "node"], merged.Words("roles"));
        Assert.Equal(["operator.read", "operator.write", "operator.admin"], merged.Words("scopes"));

        // Rejected: nothing was gained.
        Assert.Equal(device.Id, (await owner.AskAsync("device.pair.reject", Decision(merged.Text("requestId")!))).Text("deviceId"));
        Assert.Equal("rejected", (await owner.HearAsync("device.pair.resolved")).Text("decision"));

        // Another operating system than the one approved.
        var changed = await RefuseAsync(Laptop with { Client = Laptop.Client with { Platform = "darwin" } });
        Assert.Equal("metadata-upgrade", changed.Error.Text("details", "reason"));
        Assert.Equal(
            "pairing required: device identity changed and must be re-approved", changed.Error.Text("message"));

        // A name of the owner's choice, and the end.
        Assert.Equal("My laptop", (await owner.AskAsync("device.pair.rename", $$"""{"deviceId":"{{device.Id}}","label":"My laptop"}""")).Text("label"));
        Assert.Equal("{}", (await owner.HearAsync("device.pair.changed")).ToString());
        await owner.AskAsync("device.pair.remove", $$"""{"deviceId":"{{device.Id}}"}""");
        var list = await owner.AskAsync("device.pair.list");
        Assert.Equal("""{"pending":[],"paired":[]}""", list.ToString());

        Task<(System.Text.Json.JsonElement Error, ServerMessage Close)> RefuseAsync(ConnectParams connect) =>
            gateway.RefuseAsync(device, connect, DeviceTestExtensions.FromAfar);
    }

    [Fact]
    public async Task Pages_are_never_approved_silently_unless_they_are_the_gateways_own()
    {
        await using var gateway = await TestGateway.StartAsync();
        string[] page = [$"Origin: http://127.0.0.1:{gateway.Port}"];
        var own = TestDevice.Operator(OperatorScopes.Read) with
        {
            Client = new ConnectClient { Id = ClientIds.ControlUi, Version = "1", Platform = "web", Mode = ClientModes.WebChat },
        };
        var (client, _) = await gateway.EnterAsync(new TestDevice(), own, page);
        await using var closing = client;
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), TestDevice.Operator(OperatorScopes.Read), page);
        Assert.Equal("not-paired", error.Text("details", "reason"));
    }

    [Fact]
    public async Task A_waiting_control_panel_is_told_to_try_again()
    {
        await using var gateway = await TestGateway.StartAsync(
            DeviceTestExtensions.BehindProxy with { ControlUi = new ControlUiConfig { AllowedOrigins = ["https://panel.example"] } });
        var panel = TestDevice.Operator(OperatorScopes.Read) with
        {
            Client = new ConnectClient { Id = ClientIds.ControlUi, Version = "1", Platform = "web", Mode = ClientModes.WebChat },
        };
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), panel, [.. DeviceTestExtensions.FromAfar, "Origin: https://panel.example"]);
        var details = error.GetProperty("details");
        Assert.Equal("wait_then_retry", details.Text("recommendedNextStep"));
        Assert.True(details.GetProperty("retryable").GetBoolean());
        Assert.False(details.GetProperty("pauseReconnect").GetBoolean());
    }

    [Fact]
    [Trait("Threat", "AUTH-26")]
    public async Task Of_a_hundred_approvals_one_counts()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var (error, _) = await gateway.RefuseAsync(new TestDevice(), Laptop, DeviceTestExtensions.FromAfar);
        var requestId = error.Text("details", "requestId")!;
        for (var i = 0; i < 100; i++)
        {
            await owner.SendAsync($$$"""{"type":"req","id":"a{{{i}}}","method":"device.pair.approve","params":{"requestId":"{{{requestId}}}"}}""");
        }

        var good = 0;
        for (var answers = 0; answers < 100;)
        {
            var frame = await owner.ReceiveFrameAsync();
            if (frame.Text("type") == "res")
            {
                answers++;
                good += frame.GetProperty("ok").GetBoolean() ? 1 : 0;
                Assert.True(frame.GetProperty("ok").GetBoolean() || frame.Text("error", "message") == "unknown requestId", frame.ToString());
            }
        }

        Assert.Equal(1, good);
        Assert.Equal("unknown requestId", await owner.FailAsync("device.pair.reject", Decision("no such request")));
    }

    [Fact]
    [Trait("Threat", "AUTH-26")]
    public async Task A_request_runs_out_five_minutes_after_its_last_retry()
    {
        var clock = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy, time: clock);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        var requestId = await RequestAsync();
        clock.Advance(PairingBook.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(requestId, await RequestAsync());
        clock.Advance(PairingBook.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Single((await owner.AskAsync("device.pair.list")).GetProperty("pending").EnumerateArray());
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Empty((await owner.AskAsync("device.pair.list")).GetProperty("pending").EnumerateArray());
        Assert.Equal("unknown requestId", await owner.FailAsync("device.pair.approve", Decision(requestId)));
        Assert.NotEqual(requestId, await RequestAsync());

        async Task<string> RequestAsync() =>
            (await gateway.RefuseAsync(device, Laptop, DeviceTestExtensions.FromAfar)).Error.Text("details", "requestId")!;
    }

    [Fact]
    [Trait("Threat", "AUTH-28")]
    public async Task Waiting_requests_are_bounded_and_old_ones_are_not_pushed_out()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var attempts = await Task.WhenAll(Enumerable.Range(0, PairingBook.MaxPendingPerSource + 5).Select(
            _ => gateway.RefuseAsync(new TestDevice(), Laptop, DeviceTestExtensions.FromAfar)));
        var noted = attempts.Select(attempt => attempt.Error.Text("details", "requestId")).OfType<string>().ToHashSet();
        Assert.Equal(PairingBook.MaxPendingPerSource, noted.Count);
        var turnedAway = attempts.First(attempt => attempt.Error.Text("details", "requestId") is null);
        Assert.Equal("pairing required: device is not approved yet", turnedAway.Close.CloseReason);

        var pending = (await owner.AskAsync("device.pair.list")).GetProperty("pending").EnumerateArray();
        Assert.Equal(noted, pending.Select(request => request.Text("requestId")!).ToHashSet());
        var (elsewhere, _) = await gateway.RefuseAsync(new TestDevice(), Laptop, ["X-Forwarded-For: 203.0.113.8"]);
        Assert.NotNull(elsewhere.Text("details", "requestId"));
    }

    [Fact]
    [Trait("Threat", "AUTH-24")]
    public async Task Nobody_approves_more_than_they_hold()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (clerk, _) = await gateway.ConnectAsync(Connects.Request(Connects.TokenAuth, scopes: """["operator.pairing","operator.read"]"""));
        await using var closing = clerk;
        var tooMuch = await RequestAsync(Laptop);
        Assert.Equal("missing scope: operator.write", await clerk.FailAsync("device.pair.approve", Decision(tooMuch)));
        var node = await RequestAsync(TestDevice.Node());
        Assert.Equal("device pairing approval denied", await clerk.FailAsync("device.pair.approve", Decision(node)));

        // A refused approval leaves the request where it was; one within bounds goes through.
        Assert.Equal(2, (await clerk.AskAsync("device.pair.list")).GetProperty("pending").GetArrayLength());
        await clerk.AskAsync("device.pair.approve", Decision(await RequestAsync(TestDevice.Operator(OperatorScopes.Read))));

        async Task<string> RequestAsync(ConnectParams connect) =>
            (await gateway.RefuseAsync(new TestDevice(), connect, DeviceTestExtensions.FromAfar)).Error.Text("details", "requestId")!;
    }

    [Fact]
    [Trait("Threat", "AUTH-21")]
    public async Task Scopes_nobody_knows_are_cut_and_nodes_get_none()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = new TestDevice();
        var (client, auth) = await gateway.EnterAsync(device, TestDevice.Operator("operator.root", OperatorScopes.Read, OperatorScopes.Read));
        await using var closing = client;
        Assert.Equal(["operator.read"], auth.Words("scopes"));

        var (node, nodeAuth) = await gateway.EnterAsync(device, TestDevice.Node("system.run") with { Scopes = [OperatorScopes.Admin] });
        await using var closingNode = node;
        Assert.Equal(("node", 0), (nodeAuth.Text("role"), nodeAuth.GetProperty("scopes").GetArrayLength()));
        var answer = await node.CallAsync("status");
        Assert.Equal("unauthorized role: node", answer.GetProperty("error").Text("message"));
    }

    [Fact]
    public async Task Fresh_nodes_of_trusted_ranges_are_approved_and_nothing_else_of_theirs()
    {
        await using var gateway = await TestGateway.StartAsync(
            DeviceTestExtensions.BehindProxy with { Nodes = new GatewayNodesConfig { AutoApproveCidrs = ["203.0.113.0/24"] } });
        var device = new TestDevice();
        var (node, _) = await gateway.EnterAsync(device, TestDevice.Node(), DeviceTestExtensions.FromAfar);
        await using var closing = node;
        var (error, _) = await gateway.RefuseAsync(device, Laptop, DeviceTestExtensions.FromAfar);
        Assert.Equal("role-upgrade", error.Text("details", "reason"));
    }

    [Fact]
    public async Task The_gateways_own_helpers_leave_no_device_behind()
    {
        await using var gateway = await TestGateway.StartAsync();
        var helper = TestDevice.Operator(OperatorScopes.Admin) with
        {
            Client = new ConnectClient { Id = ClientIds.GatewayClient, Version = "1", Platform = "linux", Mode = ClientModes.Backend },
        };
        var (client, auth) = await gateway.EnterAsync(new TestDevice(), helper);
        await using var closing = client;
        Assert.Null(auth.Text("deviceToken"));
        Assert.Empty((await client.AskAsync("device.pair.list")).GetProperty("paired").EnumerateArray());
    }

    [Fact]
    public async Task Mode_none_lets_a_device_of_this_machine_in_whatever_token_it_brings()
    {
        await using var gateway = await TestGateway.StartAsync(
            TestGateway.DefaultConfig with { Auth = new GatewayAuthConfig { Mode = GatewayAuthMode.None } });
        var (client, auth) = await gateway.EnterAsync(new TestDevice(), TestDevice.Operator(TestDevice.AllScopes).WithToken("whatever"));
        await using var closing = client;
        Assert.Equal("none", auth.Text("method"));
        Assert.NotNull(auth.Text("deviceToken"));
    }

    private static ConnectParams Named(ConnectParams connect) => connect with { Client = connect.Client with { DisplayName = "Remote laptop" } };

    private static string Decision(string requestId) => $$"""{"requestId":"{{requestId}}"}""";
}
