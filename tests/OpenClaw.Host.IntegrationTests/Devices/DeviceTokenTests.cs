using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>Tokens of devices: given out, used, replaced and taken back.</summary>
public sealed class DeviceTokenTests
{
    private static readonly ConnectParams Reader = TestDevice.Operator(OperatorScopes.Read);

    [Fact]
    public async Task The_token_of_hello_lets_the_device_in_again_and_stays_the_same()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = new TestDevice();
        var token = await PairAsync(gateway, device, TestDevice.Operator(TestDevice.AllScopes));
        ConnectParams[] ways =
        [
            TestDevice.Operator(TestDevice.AllScopes).WithDeviceToken(token),
            TestDevice.Operator(TestDevice.AllScopes).WithToken(token),
            Reader.WithDeviceToken(token),
        ];
        foreach (var way in ways)
        {
            var (client, auth) = await gateway.EnterAsync(device, way);
            await using var closing = client;
            Assert.Equal(("device-token", token), (auth.Text("method"), auth.Text("deviceToken")));
            Assert.Equal(way.Scopes, auth.Words("scopes"));
        }

        var (shared, again) = await gateway.EnterAsync(device, Reader);
        await using var closingShared = shared;
        Assert.Equal(("token", token), (again.Text("method"), again.Text("deviceToken")));

        // Drafts are kept for the device, however it came in, and for nobody else.
        var (other, auth2) = await gateway.EnterAsync(new TestDevice(), Reader);
        await using var closingOther = other;
        Assert.Equal(43, again.Text("recoveryScope")!.Length);
        Assert.True(again.GetProperty("recoveryMigrationAllowed").GetBoolean());
        Assert.NotEqual(again.Text("recoveryScope"), auth2.Text("recoveryScope"));
    }

    [Fact]
    public async Task Tokens_outlive_a_restart_and_are_not_in_the_database()
    {
        using var state = new TemporaryDirectory();
        var device = new TestDevice();
        string token;
        await using (var first = await TestGateway.StartAsync(stateDirectory: state.Path))
        {
            token = await PairAsync(first, device, Reader);
            await first.StopAsync();
        }

        foreach (var file in Directory.GetFiles(state.Path))
        {
            Assert.DoesNotContain(token, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }

        await using var second = await TestGateway.StartAsync(stateDirectory: state.Path);
        var (client, auth) = await second.EnterAsync(device, Reader.WithDeviceToken(token));
        await using var closing = client;
        Assert.Equal(token, auth.Text("deviceToken"));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(Path.Combine(state.Path, "identity")))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    [Trait("Threat", "AUTH-31")]
    public async Task A_token_is_worth_nothing_with_another_key_or_in_another_role()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = new TestDevice();
        var token = await PairAsync(gateway, device, Reader);

        var (thief, close) = await gateway.RefuseAsync(new TestDevice(), Reader.WithDeviceToken(token));
        Assert.Equal("unauthorized: device token mismatch (rotate/reissue device token)", close.CloseReason);
        Assert.Equal(("AUTH_DEVICE_TOKEN_MISMATCH", "device_token_mismatch", "update_auth_credentials"),
            (thief.Text("details", "code"), thief.Text("details", "authReason"), thief.Text("details", "recommendedNextStep")));
        var (role, _) = await gateway.RefuseAsync(device, TestDevice.Node().WithDeviceToken(token));
        Assert.Equal("AUTH_DEVICE_TOKEN_MISMATCH", role.Text("details", "code"));

        // Where older clients put it, the text is that of the shared token.
        var (old, _) = await gateway.RefuseAsync(new TestDevice(), Reader.WithToken(token));
        Assert.Equal("AUTH_TOKEN_MISMATCH", old.Text("details", "code"));
    }

    [Fact]
    [Trait("Threat", "AUTH-21")]
    public async Task A_token_asked_for_more_than_it_grants_is_refused_and_nothing_waits()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var device = new TestDevice();
        var token = await PairAsync(gateway, device, Reader);
        foreach (var connect in new[] { TestDevice.Operator(OperatorScopes.Admin).WithDeviceToken(token), TestDevice.Operator(OperatorScopes.Admin).WithToken(token) })
        {
            var (error, close) = await gateway.RefuseAsync(device, connect);
            Assert.Equal("unauthorized: device token scope mismatch (re-pair or approve scope upgrade)", close.CloseReason);
            Assert.Equal(("AUTH_SCOPE_MISMATCH", "scope_mismatch", "review_auth_configuration"),
                (error.Text("details", "code"), error.Text("details", "authReason"), error.Text("details", "recommendedNextStep")));
        }

        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        Assert.Empty((await owner.AskAsync("device.pair.list")).GetProperty("pending").EnumerateArray());
    }

    [Fact]
    public async Task A_device_replaces_its_own_token_and_takes_it_back()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = new TestDevice();
        var connect = TestDevice.Operator(TestDevice.AllScopes);
        var token = await PairAsync(gateway, device, connect);
        var (client, _) = await gateway.EnterAsync(device, connect.WithDeviceToken(token));
        await using var closing = client;

        // The answer comes before the close.
        var rotated = await client.AskAsync("device.token.rotate", Target(device));
        var next = rotated.Text("token")!;
        Assert.Equal(("in-band", "operator", 43), (rotated.Text("tokenDelivery"), rotated.Text("role"), next.Length));
        Assert.Equal(TestDevice.AllScopes.Order(StringComparer.Ordinal), rotated.Words("scopes"));
        await AssertRemovedAsync(client);
        Assert.Equal("AUTH_DEVICE_TOKEN_MISMATCH", (await gateway.RefuseAsync(device, connect.WithDeviceToken(token))).Error.Text("details", "code"));

        var (again, auth) = await gateway.EnterAsync(device, connect.WithDeviceToken(next));
        await using var closingAgain = again;
        Assert.Equal(rotated.GetProperty("rotatedAtMs").GetInt64(), auth.GetProperty("issuedAtMs").GetInt64());
        var revoked = await again.AskAsync("device.token.revoke", Target(device));
        Assert.True(revoked.GetProperty("revokedAtMs").GetInt64() > 0);
        await AssertRemovedAsync(again);
        Assert.Equal("AUTH_DEVICE_TOKEN_MISMATCH", (await gateway.RefuseAsync(device, connect.WithDeviceToken(next))).Error.Text("details", "code"));
    }

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public async Task What_is_taken_away_ends_the_sockets_that_live_on_it()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        await PairAsync(gateway, device, Reader);
        await PairAsync(gateway, device, TestDevice.Node());
        var (reader, _) = await gateway.EnterAsync(device, Reader, DeviceTestExtensions.FromAfar);
        var (node, _) = await gateway.EnterAsync(device, TestDevice.Node(), DeviceTestExtensions.FromAfar);
        await using var closingReader = reader;
        await using var closingNode = node;

        // Another one's token is replaced, and not told.
        var rotated = await owner.AskAsync("device.token.rotate", Target(device));
        Assert.Equal("withheld-cross-device", rotated.Text("tokenDelivery"));
        Assert.False(rotated.TryGetProperty("token", out _));
        await AssertRemovedAsync(reader);

        // The node goes on until its own role is taken back.
        Assert.True(gateway.Connections.IsConnected(device.Id, Roles.Node));
        await owner.AskAsync("device.token.revoke", Target(device, Roles.Node));
        await AssertRemovedAsync(node);

        // With the shared secret the operator still comes in; a role that was taken back has to be approved again.
        var (back, _) = await gateway.EnterAsync(device, Reader, DeviceTestExtensions.FromAfar);
        await using var closingBack = back;
        await owner.AskAsync("device.token.revoke", Target(device));
        await AssertRemovedAsync(back);
        var (error, _) = await gateway.RefuseAsync(device, Reader, DeviceTestExtensions.FromAfar);
        Assert.Equal("role-upgrade", error.Text("details", "reason"));

        // And what was approved before the revocation does not come back with the new approval.
        await owner.AskAsync("device.pair.approve", $$"""{"requestId":"{{error.Text("details", "requestId")}}"}""");
        var (last, _) = await gateway.EnterAsync(device, Reader, DeviceTestExtensions.FromAfar);
        await using var closingLast = last;
        await owner.AskAsync("device.pair.remove", $$"""{"deviceId":"{{device.Id}}"}""");
        await AssertRemovedAsync(last);
        Assert.Equal("not-paired", (await gateway.RefuseAsync(device, Reader, DeviceTestExtensions.FromAfar)).Error.Text("details", "reason"));
    }

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public async Task What_waits_when_the_token_is_taken_back_is_never_begun()
    {
        await using var gateway = await TestGateway.StartAsync(options: new() { MaxConcurrentRequests = 1, MaxQueuedRequests = 1 });
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        var (reader, _) = await gateway.EnterAsync(device, Reader);
        await using var closing = reader;
        await reader.SendAsync($$"""{"type":"req","id":"running","method":"{{TestMethods.Waiting}}"}""");
        await gateway.Methods.WhenEnteredAsync(1);
        await reader.SendAsync($$"""{"type":"req","id":"waiting","method":"{{TestMethods.Waiting}}"}""");

        // There is no room for a third, so the second is known to wait.
        await reader.SendAsync($$"""{"type":"req","id":"refused","method":"{{TestMethods.Waiting}}"}""");
        Assert.False((await reader.ReceiveAnswerAsync("refused")).GetProperty("ok").GetBoolean());
        var connection = gateway.Connections.ToArray().Single(one => one.Caller.DeviceId == device.Id);

        await owner.AskAsync("device.token.revoke", Target(device));
        await AssertRemovedAsync(reader);
        gateway.Methods.Release();
        await connection.Ended.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(1, gateway.Methods.Entered);
    }

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public async Task A_new_approval_after_a_revocation_gives_no_more_than_was_asked_for()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        await PairAsync(gateway, device, TestDevice.Operator(TestDevice.AllScopes));
        await owner.AskAsync("device.token.revoke", Target(device));
        var (error, _) = await gateway.RefuseAsync(device, Reader, DeviceTestExtensions.FromAfar);
        var approved = await owner.AskAsync("device.pair.approve", $$"""{"requestId":"{{error.Text("details", "requestId")}}"}""");
        Assert.Equal(["operator.read"], approved.GetProperty("device").Words("scopes"));
        var (wide, _) = await gateway.RefuseAsync(device, TestDevice.Operator(OperatorScopes.Admin), DeviceTestExtensions.FromAfar);
        Assert.Equal("scope-upgrade", wide.Text("details", "reason"));
    }

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public async Task On_this_machine_too_a_role_that_was_taken_back_has_to_be_approved_by_a_person()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        var (reader, _) = await gateway.EnterAsync(device, Reader);
        await using var closing = reader;
        await owner.AskAsync("device.token.revoke", Target(device));
        await AssertRemovedAsync(reader);

        var (error, _) = await gateway.RefuseAsync(device, Reader);
        Assert.Equal("role-upgrade", error.Text("details", "reason"));
        var (again, _) = await gateway.RefuseAsync(device, Reader.Legacy());
        Assert.Equal(error.Text("details", "requestId"), again.Text("details", "requestId"));

        // Others are none the worse for it, and neither are its other roles.
        await PairAsync(gateway, new TestDevice(), Reader);
        await PairAsync(gateway, device, TestDevice.Node());

        await owner.AskAsync("device.pair.approve", $$"""{"requestId":"{{error.Text("details", "requestId")}}"}""");
        await PairAsync(gateway, device, Reader);
    }

    [Fact]
    [Trait("Threat", "AUTH-30")]
    public async Task A_token_that_was_narrowed_stays_narrow_until_a_person_widens_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        var wide = TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Approvals);
        await PairAsync(gateway, device, wide);
        await owner.AskAsync("device.token.rotate", Target(device, scopes: "\"operator.read\""));

        // The shared secret lets the device in with what is left, and no further, however often it comes back.
        await PairAsync(gateway, device, Reader);
        var (error, _) = await gateway.RefuseAsync(device, wide);
        Assert.Equal("scope-upgrade", error.Text("details", "reason"));
        await PairAsync(gateway, device, Reader);
        await owner.AskAsync("device.token.rotate", Target(device));
        await gateway.RefuseAsync(device, wide);

        await owner.AskAsync("device.pair.approve", $$"""{"requestId":"{{error.Text("details", "requestId")}}"}""");
        var (client, auth) = await gateway.EnterAsync(device, wide);
        await using var closing = client;
        Assert.Equal(["operator.read", "operator.approvals"], auth.Words("scopes"));
    }

    [Fact]
    [Trait("Threat", "AUTH-25")]
    public async Task Nobody_rotates_into_more_than_is_approved_or_held()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var (owner, _) = await gateway.ConnectAsync();
        await using var owning = owner;
        var device = new TestDevice();
        var other = new TestDevice();
        var clerk = TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Pairing);
        var token = await PairAsync(gateway, device, clerk);
        await PairAsync(gateway, device, TestDevice.Node());
        await PairAsync(gateway, other, Reader);

        // Not even an administrator goes beyond what the device was approved for.
        await AssertDeniedAsync(owner, Target(device, scopes: "\"operator.admin\""));
        await AssertDeniedAsync(owner, Target(device, scopes: "\"operator.invented\""));
        await AssertDeniedAsync(owner, Target(other, Roles.Node));
        await AssertDeniedAsync(owner, Target(new TestDevice()));

        var (client, _) = await gateway.EnterAsync(device, clerk.WithDeviceToken(token));
        await using var closing = client;
        await AssertDeniedAsync(client, Target(other));
        await AssertDeniedAsync(client, Target(device, Roles.Node));
        Assert.Equal("device token revocation denied", await client.FailAsync("device.token.revoke", Target(other)));

        // Narrower is fine, and then the approval itself is still what counts for the shared secret.
        var narrow = await client.AskAsync("device.token.rotate", Target(device, scopes: "\"operator.read\""));
        Assert.Equal(["operator.read"], narrow.Words("scopes"));
        var (wider, _) = await gateway.RefuseAsync(device, clerk.WithDeviceToken(narrow.Text("token")!));
        Assert.Equal("AUTH_SCOPE_MISMATCH", wider.Text("details", "code"));
    }

    [Fact]
    [Trait("Threat", "AUTH-24")]
    public async Task A_device_without_administration_sees_and_manages_itself_alone()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        var device = new TestDevice();
        var other = new TestDevice();
        var clerk = TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Pairing);
        var token = await PairAsync(gateway, device, clerk);
        await PairAsync(gateway, other, Reader);
        var (waiting, _) = await gateway.RefuseAsync(new TestDevice(), Reader, DeviceTestExtensions.FromAfar);
        var (client, _) = await gateway.EnterAsync(device, clerk.WithDeviceToken(token));
        await using var closing = client;

        var list = await client.AskAsync("device.pair.list");
        Assert.Empty(list.GetProperty("pending").EnumerateArray());
        Assert.Equal(device.Id, Assert.Single(list.GetProperty("paired").EnumerateArray()).Text("deviceId"));
        var requestId = waiting.Text("details", "requestId");
        Assert.Equal("unknown requestId", await client.FailAsync("device.pair.approve", $$"""{"requestId":"{{requestId}}"}"""));
        Assert.Equal("unknown requestId", await client.FailAsync("device.pair.reject", $$"""{"requestId":"{{requestId}}"}"""));
        Assert.Equal("unknown deviceId", await client.FailAsync("device.pair.remove", $$"""{"deviceId":"{{other.Id}}"}"""));
        Assert.Equal("unknown deviceId", await client.FailAsync("device.pair.rename", $$"""{"deviceId":"{{other.Id}}","label":"mine"}"""));

        // Nor is it told what happens to others.
        await gateway.RefuseAsync(new TestDevice(), Reader, DeviceTestExtensions.FromAfar);
        await PairAsync(gateway, new TestDevice(), TestDevice.Node("system.run"));
        await client.AskAsync("device.pair.list");
        Assert.DoesNotContain(client.PassedOver, frame => frame.Text("event")?.Contains(".pair.", StringComparison.Ordinal) is true);
        await client.AskAsync("device.pair.remove", $$"""{"deviceId":"{{device.Id}}"}""");
        await AssertRemovedAsync(client);
    }

    [Fact]
    [Trait("Threat", "AUTH-06")]
    public async Task Guesses_beside_a_good_device_token_are_counted_and_its_use_is_not()
    {
        var strict = DeviceTestExtensions.BehindProxy with
        {
            Auth = TestGateway.DefaultConfig.Auth with { RateLimit = new AuthRateLimitConfig { ExemptLoopback = false, MaxAttempts = 4 } },
        };
        await using var gateway = await TestGateway.StartAsync(strict);
        var device = new TestDevice();
        var token = await PairAsync(gateway, device, Reader);

        // An old client sends its device token where the shared one belongs, as often as it likes.
        for (var i = 0; i < 12; i++)
        {
            var (client, _) = await gateway.EnterAsync(device, Reader.WithToken(token));
            await client.DisposeAsync();
        }

        // Guessing the shared token beside a good device token gets in by the latter, and still uses the guesses up.
        for (var i = 0; i < 4; i++)
        {
            var guess = Reader with { Auth = new ConnectAuth { Token = $"guess {i}", DeviceToken = token } };
            var (client, _) = await gateway.EnterAsync(device, guess);
            await client.DisposeAsync();
        }

        var (limited, _) = await gateway.RefuseAsync(new TestDevice(), Reader);
        Assert.Equal("AUTH_RATE_LIMITED", limited.Text("details", "code"));
        Assert.True(limited.GetProperty("retryable").GetBoolean());
        Assert.True(limited.GetProperty("retryAfterMs").GetInt64() > 0);

        // Device tokens are counted apart: the device itself is not locked out by it.
        var (back, _) = await gateway.EnterAsync(device, Reader.WithDeviceToken(token));
        await back.DisposeAsync();
    }

    [Fact]
    [Trait("Threat", "AUTH-05")]
    public async Task Wrong_device_tokens_lead_to_a_lockout_of_their_own()
    {
        var strict = TestGateway.DefaultConfig with
        {
            Auth = TestGateway.DefaultConfig.Auth with { RateLimit = new AuthRateLimitConfig { ExemptLoopback = false, MaxAttempts = 3 } },
        };
        await using var gateway = await TestGateway.StartAsync(strict);
        var device = new TestDevice();
        var token = await PairAsync(gateway, device, Reader);
        for (var i = 0; i < 3; i++)
        {
            await gateway.RefuseAsync(device, Reader.WithDeviceToken($"guess {i}"));
        }

        Assert.Equal("AUTH_RATE_LIMITED", (await gateway.RefuseAsync(device, Reader.WithDeviceToken(token))).Error.Text("details", "code"));
        var (client, _) = await gateway.EnterAsync(device, Reader);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task The_third_generation_gets_its_token_and_nothing_else_in_hello()
    {
        await using var gateway = await TestGateway.StartAsync();
        var device = new TestDevice();
        var connect = TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Admin).Legacy();
        var (client, auth) = await gateway.EnterAsync(device, connect, version: 2);
        await using var closing = client;
        Assert.Equal(["deviceToken", "issuedAtMs", "role", "scopes"], auth.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(["operator.admin", "operator.read"], auth.Words("scopes"));

        // It keeps the token where the shared one was, and leaves its scopes out to be an administrator.
        var (again, same) = await gateway.EnterAsync(device, (connect with { Scopes = null }).WithToken(auth.Text("deviceToken")!), version: 2);
        await using var closingAgain = again;
        Assert.Equal(auth.Text("deviceToken"), same.Text("deviceToken"));
        await again.AskAsync("device.pair.list");
    }

    private static async Task<string> PairAsync(TestGateway gateway, TestDevice device, ConnectParams connect)
    {
        var (client, auth) = await gateway.EnterAsync(device, connect);
        await client.DisposeAsync();
        return auth.Text("deviceToken")!;
    }

    private static async Task AssertRemovedAsync(FrameClient client)
    {
        var end = await client.ReceiveEndAsync();
        Assert.Equal((4001, "device removed"), (end.CloseCode, end.CloseReason));
    }

    private static async Task AssertDeniedAsync(FrameClient client, string target) =>
        Assert.Equal("device token rotation denied", await client.FailAsync("device.token.rotate", target));

    private static string Target(TestDevice device, string role = Roles.Operator, string? scopes = null) => scopes is null
        ? $$"""{"deviceId":"{{device.Id}}","role":"{{role}}"}"""
        : $$"""{"deviceId":"{{device.Id}}","role":"{{role}}","scopes":[{{scopes}}]}""";
}
