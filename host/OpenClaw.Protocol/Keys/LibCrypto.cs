using System.Runtime.InteropServices;

namespace OpenClaw.Protocol.Keys;

/// <summary>The functions of OpenSSL's libcrypto that Ed25519 needs. The library stays loaded for the life of the process.</summary>
internal sealed unsafe class LibCrypto
{
    private static readonly string[] Names = ["libcrypto.so.3", "libcrypto.so.1.1"];

    public required delegate* unmanaged<int, nint, byte*, nuint, nint> NewRawPrivateKey { get; init; }

    public required delegate* unmanaged<int, nint, byte*, nuint, nint> NewRawPublicKey { get; init; }

    public required delegate* unmanaged<nint, byte*, nuint*, int> GetRawPublicKey { get; init; }

    public required delegate* unmanaged<nint, void> FreeKey { get; init; }

    public required delegate* unmanaged<nint> NewContext { get; init; }

    public required delegate* unmanaged<nint, void> FreeContext { get; init; }

    public required delegate* unmanaged<nint, nint, nint, nint, nint, int> SignInit { get; init; }

    public required delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int> Sign { get; init; }

    public required delegate* unmanaged<nint, nint, nint, nint, nint, int> VerifyInit { get; init; }

    public required delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int> Verify { get; init; }

    public required delegate* unmanaged<void> ClearErrors { get; init; }

    /// <summary>Null when no version of the library is there, or it lacks one of the functions.</summary>
    public static LibCrypto? TryLoad()
    {
        foreach (var name in Names)
        {
            if (NativeLibrary.TryLoad(name, typeof(LibCrypto).Assembly, DllImportSearchPath.SafeDirectories, out var handle)
                && Bind(handle) is { } library)
            {
                return library;
            }
        }

        return null;
    }

    private static LibCrypto? Bind(nint handle)
    {
        var complete = true;
        var library = new LibCrypto
        {
            NewRawPrivateKey = (delegate* unmanaged<int, nint, byte*, nuint, nint>)Export("EVP_PKEY_new_raw_private_key"),
            NewRawPublicKey = (delegate* unmanaged<int, nint, byte*, nuint, nint>)Export("EVP_PKEY_new_raw_public_key"),
            GetRawPublicKey = (delegate* unmanaged<nint, byte*, nuint*, int>)Export("EVP_PKEY_get_raw_public_key"),
            FreeKey = (delegate* unmanaged<nint, void>)Export("EVP_PKEY_free"),
            NewContext = (delegate* unmanaged<nint>)Export("EVP_MD_CTX_new"),
            FreeContext = (delegate* unmanaged<nint, void>)Export("EVP_MD_CTX_free"),
            SignInit = (delegate* unmanaged<nint, nint, nint, nint, nint, int>)Export("EVP_DigestSignInit"),
            Sign = (delegate* unmanaged<nint, byte*, nuint*, byte*, nuint, int>)Export("EVP_DigestSign"),
            VerifyInit = (delegate* unmanaged<nint, nint, nint, nint, nint, int>)Export("EVP_DigestVerifyInit"),
            Verify = (delegate* unmanaged<nint, byte*, nuint, byte*, nuint, int>)Export("EVP_DigestVerify"),
            ClearErrors = (delegate* unmanaged<void>)Export("ERR_clear_error"),
        };
        return complete ? library : null;

        nint Export(string name)
        {
            complete &= NativeLibrary.TryGetExport(handle, name, out var address);
            return address;
        }
    }
}
