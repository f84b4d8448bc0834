using System.Collections.Concurrent;

namespace OpenClaw.Channels.Discord.Settings;

/// <summary>Which account holds which bot: two that listen as the same bot would answer everything twice.</summary>
internal sealed class TokensInUse
{
    private readonly ConcurrentDictionary<string, string> _holders = new(StringComparer.Ordinal);

    /// <exception cref="ChannelException">Another account has it.</exception>
    public IDisposable Take(string token, string account)
    {
        var holder = _holders.GetOrAdd(token, account);
        return holder == account
            ? new Hold(_holders, token)
            : throw DiscordSettings.Wrong($"account {account} has the same bot token as account {holder}; give it a bot of its own, or remove it");
    }

    private sealed class Hold(ConcurrentDictionary<string, string> holders, string token) : IDisposable
    {
        public void Dispose() => holders.TryRemove(token, out _);
    }
}
