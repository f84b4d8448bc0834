using System.Text.Json;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Tests.Golden;

namespace OpenClaw.Protocol.Tests.Connect;

public sealed class DeviceSignaturePayloadTests
{
    [Fact]
    public void The_three_forms_match_the_recorded_vectors()
    {
        var vectors = JsonElement.Parse(File.ReadAllBytes(GoldenRecordings.PathOf("device-signature-vectors.json")));
        var inputs = vectors.GetProperty("inputs");
        var payload = new DeviceSignaturePayload
        {
            DeviceId = Text("id"),
            ClientId = Text("clientId"),
            ClientMode = Text("clientMode"),
            Role = Text("role"),
            Scopes = [.. inputs.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!)],
            SignedAtMs = inputs.GetProperty("signedAt").GetInt64(),
            Token = Text("token"),
            Nonce = Text("nonce"),
            Platform = Text("platform"),
            DeviceFamily = Text("deviceFamily"),
        };

        Assert.Equal(Expected("v1"), payload.ToV1());
        Assert.Equal(Expected("v2"), payload.ToV2());
        Assert.Equal(Expected("v3"), payload.ToV3());

        string Text(string name) => inputs.GetProperty(name).GetString()!;
        string Expected(string name) => vectors.GetProperty("payloads").GetProperty(name).GetString()!;
    }

    [Fact]
    public void A_connect_request_signs_its_token_and_never_its_password()
    {
        var connect = Sample() with { Auth = new ConnectAuth { Password = "secret", DeviceToken = "device", BootstrapToken = "boot" } };

        var payload = DeviceSignaturePayload.From(connect)!.ToV3();

        Assert.Equal("v3|id|cli|cli|operator||5|device|n|linux|", payload);
    }

    [Fact]
    public void Only_ascii_letters_are_lowered()
    {
        var connect = Sample() with { Client = Sample().Client with { Platform = "  İOS Ä ", DeviceFamily = "iPad" } };

        Assert.EndsWith("|n|İos Ä|ipad", DeviceSignaturePayload.From(connect)!.ToV3(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_without_a_device_has_nothing_to_sign() => Assert.Null(DeviceSignaturePayload.From(Sample() with { Device = null }));

    [Fact]
    public void Secrets_are_not_part_of_any_text_form()
    {
        var connect = Sample() with { Auth = new ConnectAuth { Token = "hush-token", Password = "hush-password" } };

        Assert.DoesNotContain("hush", connect.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", DeviceSignaturePayload.From(connect)!.ToString(), StringComparison.Ordinal);
        var granted = new HelloAuth { Role = Roles.Operator, Scopes = [], DeviceToken = "hush" };
        Assert.DoesNotContain("hush", granted.ToString(), StringComparison.Ordinal);
    }

    private static ConnectParams Sample() => new()
    {
        MinProtocol = 4,
        MaxProtocol = 4,
        Client = new ConnectClient { Id = ClientIds.Cli, Version = "1", Platform = "Linux", Mode = ClientModes.Cli },
        Device = new ConnectDevice { Id = "id", PublicKey = "k", Signature = "s", SignedAt = 5, Nonce = "n" },
    };
}
