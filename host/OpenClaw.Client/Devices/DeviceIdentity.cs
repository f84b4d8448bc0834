using System.Security.Cryptography;
using System.Text;
using OpenClaw.Protocol.Connect;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Client.Devices;

/// <summary>
/// The key by which gateways know this installation. Its id follows from the public key; the private key never leaves the object
/// but into the file that <see cref="LoadOrCreate"/> keeps.
/// </summary>
public sealed class DeviceIdentity
{
    private readonly byte[] _seed;

    internal DeviceIdentity(byte[] seed)
    {
        _seed = seed;
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.Default.DerivePublicKey(seed, publicKey);
        PublicKey = DeviceKeys.Encode(publicKey);
        Id = DeviceKeys.IdOf(publicKey);
    }

    /// <summary>Lower-case hex SHA-256 of the public key.</summary>
    public string Id { get; }

    /// <summary>The public key, base64url.</summary>
    public string PublicKey { get; }

    /// <summary>Makes a new identity, kept nowhere.</summary>
    public static DeviceIdentity Create() => new(RandomNumberGenerator.GetBytes(Ed25519.SeedSize));

    /// <summary>Reads the identity of a file, or makes one and writes it there for this user alone.</summary>
    /// <exception cref="IOException">The file cannot be read or written, or holds something else.</exception>
    public static DeviceIdentity LoadOrCreate(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(DeviceIdentityFile.LoadOrCreate(path, timeProvider ?? TimeProvider.System));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(DeviceIdentity)} {{ Id = {Id} }}";

    /// <summary>Adds the proof of this device to a connect request.</summary>
    internal ConnectParams Sign(ConnectParams connect, long signedAt, string nonce)
    {
        var unsigned = connect with
        {
            Device = new ConnectDevice { Id = Id, PublicKey = PublicKey, Signature = "", SignedAt = signedAt, Nonce = nonce },
        };
        var payload = DeviceSignaturePayload.From(unsigned)!;

        // The third generation does not know the payload that also covers platform and device family.
        var text = connect.MinProtocol < Protocol.ProtocolVersions.V4 ? payload.ToV2() : payload.ToV3();
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Default.Sign(_seed, Encoding.UTF8.GetBytes(text), signature);
        return unsigned with { Device = unsigned.Device with { Signature = DeviceKeys.Encode(signature) } };
    }
}
