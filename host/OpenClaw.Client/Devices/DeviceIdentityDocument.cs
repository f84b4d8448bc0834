namespace OpenClaw.Client.Devices;

/// <summary>The content of an identity file, in the form that other clients of the protocol write too.</summary>
internal sealed record DeviceIdentityDocument
{
    public int Version { get; init; } = 1;

    public required string DeviceId { get; init; }

    public required string PublicKeyPem { get; init; }

    public required string PrivateKeyPem { get; init; }

    public long CreatedAtMs { get; init; }

    // The generated text would show the key.
    public override string ToString() => $"{nameof(DeviceIdentityDocument)} {{ DeviceId = {DeviceId} }}";
}
