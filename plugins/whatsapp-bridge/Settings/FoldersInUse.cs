using System.Collections.Concurrent;

namespace OpenClaw.Channels.WhatsApp.Settings;

/// <summary>Which account holds which credentials: two connections with one identity throw each other out.</summary>
internal sealed class FoldersInUse
{
    private readonly ConcurrentDictionary<string, string> _holders = new(StringComparer.Ordinal);

    /// <exception cref="ChannelException">Another account has them.</exception>
    public IDisposable Take(string folder, string account)
    {
        var holder = _holders.GetOrAdd(folder, account);
        return holder == account
            ? new Hold(_holders, folder)
            : throw WhatsAppSettings.Wrong($"account {account} has the same authDir as account {holder}; give it one of its own, or remove it");
    }

    private sealed class Hold(ConcurrentDictionary<string, string> holders, string folder) : IDisposable
    {
        public void Dispose() => holders.TryRemove(folder, out _);
    }
}
