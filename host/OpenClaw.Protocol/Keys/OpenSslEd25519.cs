namespace OpenClaw.Protocol.Keys;

/// <summary>Ed25519 of OpenSSL 1.1.1 or newer.</summary>
internal sealed unsafe class OpenSslEd25519 : IEd25519
{
    // NID of ED25519 in every version of the library.
    private const int KeyType = 1087;

    private readonly LibCrypto _library;

    private OpenSslEd25519(LibCrypto library) => _library = library;

    public string Name => "openssl";

    /// <summary>Null where the library is missing or lacks the algorithm.</summary>
    public static OpenSslEd25519? TryLoad()
    {
        // Windows and macOS ship none of their own; what lies in a search path there is anybody's.
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsFreeBSD())
        {
            return null;
        }

        if (LibCrypto.TryLoad() is not { } library)
        {
            return null;
        }

        var candidate = new OpenSslEd25519(library);
        return candidate.Works() ? candidate : null;
    }

    public void DerivePublicKey(ReadOnlySpan<byte> seed, Span<byte> publicKey)
    {
        var key = PrivateKey(seed);
        try
        {
            nuint length = Ed25519.PublicKeySize;
            fixed (byte* target = publicKey[..Ed25519.PublicKeySize])
            {
                Require(_library.GetRawPublicKey(key, target, &length) == 1);
            }
        }
        finally
        {
            _library.FreeKey(key);
        }
    }

    public void Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message, Span<byte> signature)
    {
        var key = PrivateKey(seed);
        var context = _library.NewContext();
        try
        {
            nuint length = Ed25519.SignatureSize;
            fixed (byte* text = Pinnable(message))
            fixed (byte* target = signature[..Ed25519.SignatureSize])
            {
                Require(context != 0
                    && _library.SignInit(context, 0, 0, 0, key) == 1
                    && _library.Sign(context, target, &length, text, (nuint)message.Length) == 1);
            }
        }
        finally
        {
            _library.FreeContext(context);
            _library.FreeKey(key);
        }
    }

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Ed25519.SignatureSize
            || !Ed25519Rules.IsCanonicalScalar(signature[32..])
            || !Ed25519Rules.IsAcceptableKey(publicKey))
        {
            return false;
        }

        nint key, context = 0;
        fixed (byte* bytes = publicKey)
        {
            key = _library.NewRawPublicKey(KeyType, 0, bytes, Ed25519.PublicKeySize);
        }

        try
        {
            fixed (byte* text = Pinnable(message))
            fixed (byte* given = signature)
            {
                return key != 0
                    && (context = _library.NewContext()) != 0
                    && _library.VerifyInit(context, 0, 0, 0, key) == 1
                    && _library.Verify(context, given, Ed25519.SignatureSize, text, (nuint)message.Length) == 1;
            }
        }
        finally
        {
            // What a bad signature leaves in the thread's error queue would be taken for an error of the next TLS call.
            _library.ClearErrors();
            _library.FreeContext(context);
            _library.FreeKey(key);
        }
    }

    // A null pointer means "no data yet" to the library, also when the length is zero.
    private static ReadOnlySpan<byte> Pinnable(ReadOnlySpan<byte> message) => message.IsEmpty ? "\0"u8 : message;

    private nint PrivateKey(ReadOnlySpan<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seed.Length, Ed25519.SeedSize);
        fixed (byte* bytes = seed)
        {
            var key = _library.NewRawPrivateKey(KeyType, 0, bytes, Ed25519.SeedSize);
            Require(key != 0);
            return key;
        }
    }

    /// <summary>Builds without the algorithm, FIPS ones for example, load well and fail here.</summary>
    private bool Works()
    {
        try
        {
            Span<byte> seed = stackalloc byte[Ed25519.SeedSize];
            Span<byte> publicKey = stackalloc byte[Ed25519.PublicKeySize];
            Span<byte> signature = stackalloc byte[Ed25519.SignatureSize];
            seed.Clear();
            DerivePublicKey(seed, publicKey);
            Sign(seed, [], signature);
            return Verify(publicKey, [], signature);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void Require(bool succeeded)
    {
        if (!succeeded)
        {
            _library.ClearErrors();
            throw new InvalidOperationException("OpenSSL refused an Ed25519 operation.");
        }
    }
}
