using System.Text;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Security.Devices;

/// <summary>
/// Checks that a caller holds the key of the device it names: the id follows from the key, the signature is fresh, made for this
/// very socket, and covers what the caller asks for.
/// </summary>
internal sealed class DeviceProof(IEd25519 ed25519, TimeProvider time)
{
    /// <summary>Checks the device of a connect request. The first failing check is the answer; null when all hold.</summary>
    /// <param name="connect">A request with a device.</param>
    /// <param name="protocol">The negotiated protocol.</param>
    /// <param name="nonce">The nonce this socket was challenged with.</param>
    /// <param name="peer">Who is at the other end.</param>
    /// <param name="verified">The device, when all checks hold.</param>
    public DeviceProofFailure? Check(ConnectParams connect, int protocol, string nonce, Peer peer, out VerifiedDevice? verified)
    {
        verified = null;
        var device = connect.Device!;
        Span<byte> publicKey = stackalloc byte[Ed25519.PublicKeySize];
        if (!DeviceKeys.TryReadPublicKey(device.PublicKey, publicKey))
        {
            return DeviceProofFailure.PublicKeyInvalid;
        }

        var id = DeviceKeys.IdOf(publicKey);
        if (device.Id != id)
        {
            return DeviceProofFailure.IdMismatch;
        }

        var legacy = protocol < ProtocolVersions.V4;
        var skew = legacy ? GatewayLimits.LegacyDeviceSignatureSkew : GatewayLimits.DeviceSignatureSkew;
        if (Math.Abs(time.GetUtcNow().ToUnixTimeMilliseconds() - device.SignedAt) > skew.TotalMilliseconds)
        {
            return DeviceProofFailure.SignatureExpired;
        }

        // The third generation signs without a nonce when the challenge came too late for it, which happens on loopback only.
        var unbound = legacy && device.Nonce is null && peer.IsLocalProgram;
        if (!unbound && string.IsNullOrWhiteSpace(device.Nonce))
        {
            return DeviceProofFailure.NonceMissing;
        }

        if (!unbound && device.Nonce!.Trim() != nonce)
        {
            return DeviceProofFailure.NonceMismatch;
        }

        Span<byte> signature = stackalloc byte[Ed25519.SignatureSize];
        if (!DeviceKeys.TryReadSignature(device.Signature, signature) || !IsSigned(connect, unbound, publicKey, signature))
        {
            return DeviceProofFailure.SignatureInvalid;
        }

        verified = new VerifiedDevice(id, DeviceKeys.Encode(publicKey));
        return null;
    }

    private bool IsSigned(ConnectParams connect, bool unbound, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> signature)
    {
        var payload = DeviceSignaturePayload.From(connect)!;
        return unbound
            ? Verify(payload.ToV1(), publicKey, signature)
            : Verify(payload.ToV3(), publicKey, signature) || Verify(payload.ToV2(), publicKey, signature);
    }

    private bool Verify(string payload, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> signature) =>
        ed25519.Verify(publicKey, Encoding.UTF8.GetBytes(payload), signature);
}
