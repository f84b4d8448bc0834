using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.Secrets;

/// <summary>
/// Hashes of the file for optimistic locking. Keyed per installation: a plain hash of a file that is known but for a short
/// password would let a reader try passwords offline.
/// </summary>
internal sealed class ConfigHash(ReadOnlyMemory<byte> key)
{
    private const string Prefix = "hmac-sha256:v1:";
    private const string KeyFileName = "config-hash.key";
    private const int KeyBytes = 32;

    /// <summary>Opens the installation's key, making it when there is none.</summary>
    public static async ValueTask<ConfigHash> OpenAsync(StatePaths paths, CancellationToken cancellationToken = default)
    {
        var file = Path.Combine(paths.StateDirectory, KeyFileName);
        if (File.Exists(file))
        {
            var stored = await File.ReadAllBytesAsync(file, cancellationToken);
            if (stored.Length == KeyBytes)
            {
                return new ConfigHash(stored);
            }
        }

        paths.CreateStateDirectory();
        var fresh = RandomNumberGenerator.GetBytes(KeyBytes);
        await AtomicFile.WriteAsync(file, fresh, cancellationToken: cancellationToken);
        return new ConfigHash(fresh);
    }

    public string Compute(ReadOnlySpan<byte> content) => Prefix + Base64Url.EncodeToString(HMACSHA256.HashData(key.Span, content));

    /// <summary>The hash of what a document says, whatever its layout.</summary>
    public string ComputeRevision(ConfigObject document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ConfigNodeJson.Write(document, buffer, indented: false);
        return Compute(buffer.WrittenSpan);
    }
}
