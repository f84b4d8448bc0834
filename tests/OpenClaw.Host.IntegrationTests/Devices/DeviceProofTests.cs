using System.Text.Json;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;

namespace OpenClaw.Host.IntegrationTests.Devices;

/// <summary>What a device has to prove, and the words in which each failure is told.</summary>
public sealed class DeviceProofTests
{
    private const long OutsideSkew = 120_001;
    private const long OutsideLegacySkew = 600_001;

    [Theory]
    [InlineData(4, 3)]
    [InlineData(4, 2)]
    [InlineData(3, 3)]
    [InlineData(3, 2)]
    public async Task Both_payloads_with_a_nonce_are_good(int protocol, int payload)
    {
        await using var gateway = await TestGateway.StartAsync();
        var connect = TestDevice.Operator(TestDevice.AllScopes);
        var (client, auth) = await gateway.EnterAsync(new TestDevice(), protocol == 3 ? connect.Legacy() : connect, version: payload);
        await using var closing = client;
        Assert.Equal(43, auth.Text("deviceToken")!.Length);
    }

    [Fact]
    [Trait("Threat", "AUTH-15")]
    public Task An_id_that_does_not_follow_from_the_key_is_refused() => AssertRefusedAsync(
        connect => connect with { Device = connect.Device! with { Id = new string('0', 64) } },
        "device identity mismatch", "DEVICE_AUTH_DEVICE_ID_MISMATCH", "device-id-mismatch");

    [Theory]
    [Trait("Threat", "AUTH-17")]
    [InlineData(-OutsideSkew)]
    [InlineData(OutsideSkew)]
    public async Task A_signature_too_old_or_from_the_future_is_refused(long offset)
    {
        var clock = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: clock);
        var device = new TestDevice();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(TestDevice.Request(device.Sign(TestDevice.Operator(), client.ChallengedAt + offset, client.Nonce)));
        await AssertAnswerAsync(client, "device signature expired", "DEVICE_AUTH_SIGNATURE_EXPIRED", "device-signature-stale");

        // One millisecond nearer is good.
        var (closer, answer) = await SendAsync(gateway, device.Sign, offset - Math.Sign(offset));
        await using var closing = closer;
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
    }

    [Fact]
    [Trait("Threat", "AUTH-17")]
    public async Task The_third_generation_may_be_ten_minutes_off()
    {
        var clock = new ManualClock();
        await using var gateway = await TestGateway.StartAsync(time: clock);
        foreach (var (offset, good) in new[] { (OutsideLegacySkew - 1, true), (-OutsideLegacySkew, false) })
        {
            await using var client = await gateway.OpenAsync();
            var signed = new TestDevice().Sign(TestDevice.Operator().Legacy(), client.ChallengedAt + offset, client.Nonce, version: 2);
            await client.SendAsync(TestDevice.Request(signed));
            Assert.Equal(good, (await client.ReceiveFrameAsync()).GetProperty("ok").GetBoolean());
        }
    }

    [Fact]
    [Trait("Threat", "AUTH-16")]
    public async Task A_nonce_is_needed_and_is_good_for_its_own_socket_only()
    {
        await AssertRefusedAsync(
            connect => connect with { Device = connect.Device! with { Nonce = "  " } },
            "device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing");

        await using var gateway = await TestGateway.StartAsync();
        await using var other = await gateway.OpenAsync();
        await using var client = await gateway.OpenAsync();
        var device = new TestDevice();
        await client.SendAsync(TestDevice.Request(device.Sign(TestDevice.Operator(), client.ChallengedAt, other.Nonce)));
        await AssertAnswerAsync(client, "device nonce mismatch", "DEVICE_AUTH_NONCE_MISMATCH", "device-nonce-mismatch");

        // A request that was good once is not good again.
        var signed = device.Sign(TestDevice.Operator(), other);
        await other.SendAsync(TestDevice.Request(signed));
        Assert.True((await other.ReceiveFrameAsync()).GetProperty("ok").GetBoolean());
        await using var replay = await gateway.OpenAsync();
        await replay.SendAsync(TestDevice.Request(signed));
        await AssertAnswerAsync(replay, "device nonce mismatch", "DEVICE_AUTH_NONCE_MISMATCH", "device-nonce-mismatch");
    }

    public static TheoryData<string> SignedFacts => ["token", "role", "scopes", "clientId", "mode", "platform", "family", "nonce-in-payload", "time"];

    [Theory]
    [Trait("Threat", "AUTH-18")]
    [MemberData(nameof(SignedFacts))]
    public async Task Every_fact_that_matters_is_under_the_signature(string fact)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        var device = new TestDevice();
        var signed = device.Sign(TestDevice.Operator(OperatorScopes.Read, OperatorScopes.Write), client);
        var altered = fact switch
        {
            "token" => signed.WithToken("another token"),
            "role" => signed with { Role = Roles.Node },
            "scopes" => signed with { Scopes = [OperatorScopes.Write, OperatorScopes.Read] },
            "clientId" => signed with { Client = signed.Client with { Id = ClientIds.Tui } },
            "mode" => signed with { Client = signed.Client with { Mode = ClientModes.Ui } },
            "platform" => signed with { Client = signed.Client with { Platform = "darwin" } },
            "family" => signed with { Client = signed.Client with { DeviceFamily = "phone" } },
            "time" => signed with { Device = signed.Device! with { SignedAt = signed.Device.SignedAt + 1 } },
            _ => signed with { Device = device.Sign(TestDevice.Operator(), client.ChallengedAt, "x").Device! with { Nonce = client.Nonce } },
        };
        await client.SendAsync(TestDevice.Request(altered));
        await AssertAnswerAsync(client, "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
    }

    [Fact]
    public async Task The_payload_without_a_nonce_is_good_for_the_third_generation_on_this_machine_only()
    {
        await using var gateway = await TestGateway.StartAsync(DeviceTestExtensions.BehindProxy);
        await using var local = await gateway.OpenAsync();
        await local.SendAsync(TestDevice.Request(new TestDevice().Sign(TestDevice.Operator().Legacy(), local.ChallengedAt, nonce: null, version: 1)));
        Assert.True((await local.ReceiveFrameAsync()).GetProperty("ok").GetBoolean());

        await using var remote = await gateway.OpenAsync(headers: DeviceTestExtensions.FromAfar);
        await remote.SendAsync(TestDevice.Request(new TestDevice().Sign(TestDevice.Operator().Legacy(), remote.ChallengedAt, nonce: null, version: 1)));
        await AssertAnswerAsync(remote, "device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing");

        await using var page = await gateway.OpenAsync(headers: [$"Origin: http://127.0.0.1:{gateway.Port}"]);
        await page.SendAsync(TestDevice.Request(new TestDevice().Sign(TestDevice.Operator().Legacy(), page.ChallengedAt, nonce: null, version: 1)));
        await AssertAnswerAsync(page, "device nonce required", "DEVICE_AUTH_NONCE_REQUIRED", "device-nonce-missing");

        await using var current = await gateway.OpenAsync();
        await current.SendAsync(TestDevice.Request(new TestDevice().Sign(TestDevice.Operator(), current, version: 1)));
        await AssertAnswerAsync(current, "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");
    }

    [Theory]
    [Trait("Threat", "AUTH-19")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbh")]
    public Task A_key_that_is_none_is_refused(string key) => AssertRefusedAsync(
        connect => connect with { Device = connect.Device! with { PublicKey = key } },
        "device public key invalid", "DEVICE_AUTH_PUBLIC_KEY_INVALID", "device-public-key");

    [Fact]
    public Task A_bad_proof_is_told_before_a_bad_token() => AssertRefusedAsync(
        connect => connect.WithToken("wrong") with { Device = connect.Device! with { Signature = new string('A', 86) } },
        "device signature invalid", "DEVICE_AUTH_SIGNATURE_INVALID", "device-signature");

    [Theory]
    [InlineData(null, "AUTH_TOKEN_MISSING", "gateway token missing", "update_auth_configuration", false)]
    [InlineData("wrong", "AUTH_TOKEN_MISMATCH", "gateway token mismatch", "retry_with_device_token", true)]
    public async Task A_proven_device_still_needs_a_credential(string? token, string code, string what, string nextStep, bool canRetry)
    {
        await using var gateway = await TestGateway.StartAsync();
        var connect = TestDevice.Operator() with { Auth = token is null ? null : new ConnectAuth { Token = token } };
        var (error, close) = await gateway.RefuseAsync(new TestDevice(), connect);
        Assert.StartsWith($"unauthorized: {what}", close.CloseReason, StringComparison.Ordinal);
        Assert.Equal(code, error.Text("details", "code"));
        Assert.Equal(nextStep, error.Text("details", "recommendedNextStep"));
        Assert.Equal(canRetry, error.GetProperty("details").GetProperty("canRetryWithDeviceToken").GetBoolean());
    }

    private static async Task AssertRefusedAsync(Func<ConnectParams, ConnectParams> alter, string message, string code, string reason)
    {
        await using var gateway = await TestGateway.StartAsync();
        await using var client = await gateway.OpenAsync();
        await client.SendAsync(TestDevice.Request(alter(new TestDevice().Sign(TestDevice.Operator(), client))));
        await AssertAnswerAsync(client, message, code, reason);
    }

    private static async Task AssertAnswerAsync(FrameClient client, string message, string code, string reason)
    {
        var answer = await HandshakeTests.AssertRefusedAsync(client, "INVALID_REQUEST", message, 1008, message);
        var details = answer.GetProperty("error").GetProperty("details");
        Assert.Equal((code, reason), (details.Text("code"), details.Text("reason")));
    }

    private static async Task<(FrameClient Client, JsonElement Answer)> SendAsync(
        TestGateway gateway, Func<ConnectParams, long, string?, int, ConnectParams> sign, long offset)
    {
        var client = await gateway.OpenAsync();
        await client.SendAsync(TestDevice.Request(sign(TestDevice.Operator(), client.ChallengedAt + offset, client.Nonce, 3)));
        return (client, await client.ReceiveFrameAsync());
    }
}
