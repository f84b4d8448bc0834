using System.Security.Cryptography;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>Remembers the content of the file that was dealt with last, so that nobody deals with it twice: a writer of ours and the watcher see the same file.</summary>
internal sealed class KnownContent
{
    private volatile byte[]? _hash;

    public void Note(ReadOnlySpan<byte> content) => _hash = SHA256.HashData(content);

    public bool Is(ReadOnlySpan<byte> content) => _hash is { } hash && SHA256.HashData(content).AsSpan().SequenceEqual(hash);

    /// <summary>The next look counts as a change, whatever it finds.</summary>
    public void Forget() => _hash = null;
}
