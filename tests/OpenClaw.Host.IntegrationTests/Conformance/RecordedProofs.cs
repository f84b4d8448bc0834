using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.IntegrationTests.Devices;
using OpenClaw.Host.IntegrationTests.Gateway;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.IntegrationTests.Conformance;

/// <summary>
/// Signs anew what a recorded device signed, for nobody has its key: in the same form, at the same distance from the challenge, and
/// as wrongly as the recording was.
/// </summary>
internal sealed class RecordedProofs(Substitutions substitutions)
{
    private readonly Dictionary<string, TestDevice> _devices = new(StringComparer.Ordinal);

    /// <summary>A recorded connect request in the words of this replay.</summary>
    public string Translate(JsonElement request, JsonElement challenge, FrameClient client)
    {
        if (!request.GetProperty("params").TryGetProperty("device", out var recorded))
            return substitutions.Apply(request);
        var key = new byte[Ed25519.PublicKeySize];
        Assert.True(DeviceKeys.TryReadPublicKey(recorded.GetProperty("publicKey").GetString()!, key));
        var device = DeviceOf(recorded, key);
        var connect = request.GetProperty("params").Deserialize(ProtocolJsonContext.Default.ConnectParams)!;
        var form = FormOf(connect, key);
        var ours = JsonNode.Parse(substitutions.Apply(request))!.AsObject();
        ours["params"]!["device"] = Sign(device, recorded, form, ours["params"]!, challenge, client);
        return ours.ToJsonString();
    }

    private static JsonObject Sign(TestDevice device, JsonElement recorded, int? form, JsonNode parameters, JsonElement challenge, FrameClient client)
    {
        var signedAt = client.ChallengedAt + recorded.GetProperty("signedAt").GetInt64() - challenge.GetProperty("ts").GetInt64();
        var nonce = FrameLabels.Text(recorded, "nonce");
        var proof = new JsonObject
        {
            ["id"] = parameters["device"]!["id"]!.GetValue<string>(),
            ["publicKey"] = device.PublicKey,
            ["signature"] = recorded.GetProperty("signature").GetString(),
            ["signedAt"] = signedAt,
        };
        if (nonce is not null)
            proof["nonce"] = nonce = nonce == challenge.GetProperty("nonce").GetString() ? client.Nonce : nonce;
        if (form is { } version)
        {
            var connect = parameters.Deserialize(ProtocolJsonContext.Default.ConnectParams)!;
            proof["signature"] = device.Sign(connect, signedAt, nonce, version).Device!.Signature;
        }

        return proof;
    }

    private TestDevice DeviceOf(JsonElement recorded, ReadOnlySpan<byte> key)
    {
        var id = DeviceKeys.IdOf(key);
        if (_devices.TryGetValue(id, out var known))
            return known;
        var device = _devices[id] = new TestDevice();
        substitutions.Learn(id, device.Id);
        substitutions.Learn(recorded.GetProperty("publicKey").GetString()!, device.PublicKey);
        return device;
    }

    /// <summary>Which form the recorded device had signed; null when its signature is of something else.</summary>
    private static int? FormOf(ConnectParams connect, ReadOnlySpan<byte> key)
    {
        var payload = DeviceSignaturePayload.From(connect with { Device = connect.Device! with { Id = DeviceKeys.IdOf(key) } })!;
        var signature = new byte[Ed25519.SignatureSize];
        if (!DeviceKeys.TryReadSignature(connect.Device!.Signature, signature))
            return null;
        var forms = new[] { (3, payload.ToV3()), (2, payload.ToV2()), (1, payload.ToV1()) };
        foreach (var (version, text) in forms)
        {
            if (Ed25519.Managed.Verify(key, Encoding.UTF8.GetBytes(text), signature))
                return version;
        }

        return null;
    }
}
