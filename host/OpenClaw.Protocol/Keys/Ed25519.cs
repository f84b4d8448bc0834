namespace OpenClaw.Protocol.Keys;

/// <summary>The Ed25519 implementations of this process, and the sizes they work with.</summary>
public static class Ed25519
{
    /// <summary>Bytes of a seed, the private key of RFC 8032.</summary>
    public const int SeedSize = 32;

    /// <summary>Bytes of a public key.</summary>
    public const int PublicKeySize = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureSize = 64;

    private const string ManagedSwitch = "OpenClaw.Ed25519.Managed";

    /// <summary>The portable implementation.</summary>
    public static IEd25519 Managed { get; } = new ManagedEd25519();

    /// <summary>The one of the system's OpenSSL; null where that cannot be loaded.</summary>
    public static IEd25519? OpenSsl { get; } = OpenSslEd25519.TryLoad();

    /// <summary>The fastest one there is, unless the AppContext switch <c>OpenClaw.Ed25519.Managed</c> asks for the portable one.</summary>
    public static IEd25519 Default { get; } =
        AppContext.TryGetSwitch(ManagedSwitch, out var forced) && forced ? Managed : OpenSsl ?? Managed;
}
