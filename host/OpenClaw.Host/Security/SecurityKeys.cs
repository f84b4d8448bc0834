using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol.Keys;

namespace OpenClaw.Host.Security;

/// <summary>
/// The secrets this gateway made for itself: its own Ed25519 identity and the key that device tokens follow from. Each lies in a
/// file of its own beside the database, readable by the owner alone, so that a copy of the database gives nothing away.
/// </summary>
internal sealed class SecurityKeys(StatePaths paths, IEd25519 ed25519)
{
    private const int KeySize = 32;
    private const string TokenKeyFile = "device-tokens.key";
    private const string IdentityFile = "gateway.key";

    private byte[]? _deviceTokenKey;
    private byte[]? _publicKey;

    public ReadOnlySpan<byte> DeviceTokenKey => _deviceTokenKey ?? throw NotLoaded();

    /// <summary>The gateway's own public key.</summary>
    public ReadOnlySpan<byte> PublicKey => _publicKey ?? throw NotLoaded();

    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        StatePaths.CreatePrivate(paths.IdentityDirectory);
        _deviceTokenKey = await LoadOrCreateAsync(TokenKeyFile, cancellationToken);
        var seed = await LoadOrCreateAsync(IdentityFile, cancellationToken);
        var publicKey = new byte[Ed25519.PublicKeySize];
        ed25519.DerivePublicKey(seed, publicKey);
        _publicKey = publicKey;
        CryptographicOperations.ZeroMemory(seed);
    }

    private async ValueTask<byte[]> LoadOrCreateAsync(string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(paths.IdentityDirectory, name);
        if (!File.Exists(path))
        {
            var created = RandomNumberGenerator.GetBytes(KeySize);
            await AtomicFile.WriteAsync(path, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(created) + "\n"), cancellationToken: cancellationToken);
            return created;
        }

        try
        {
            var text = (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
            return text.Length == 2 * KeySize ? Convert.FromHexString(text) : throw new FormatException();
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The key file '{path}' cannot be used: it must hold {2 * KeySize} hexadecimal characters and be readable for this user. "
                + "Restore it from a backup, or delete it: a new one is made, and paired devices then ask for a new token.",
                error);
        }
    }

    private static InvalidOperationException NotLoaded() => new("The keys of the gateway are loaded when it starts.");
}
