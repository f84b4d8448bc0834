using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Bridge;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>Shows that an answer is being written, and takes the sign away when it was sent, or when nobody asks for it any more.</summary>
internal sealed class TypingSigns(BridgeCalls calls, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, ITimer> _shown = new(StringComparer.Ordinal);

    /// <exception cref="ChannelException">It cannot be shown.</exception>
    public async Task ShowAsync(string to, CancellationToken cancellationToken)
    {
        try
        {
            await calls.SignAsync("presence", new JsonObject { ["to"] = to, ["state"] = "composing" }, cancellationToken);
        }
        catch (BridgeException error)
        {
            throw new ChannelException(error.Message);
        }

        var timer = _shown.GetOrAdd(to, static (chat, owner) => owner.Forgetting(chat), this);
        timer.Change(Life, Timeout.InfiniteTimeSpan);
    }

    public async Task EndAsync(string to)
    {
        if (!_shown.TryRemove(to, out var timer))
            return;
        await timer.DisposeAsync();
        try
        {
            await calls.SignAsync("presence", new JsonObject { ["to"] = to, ["state"] = "paused" }, CancellationToken.None);
        }
        catch (BridgeException)
        {
            // WhatsApp forgets the sign by itself after a while.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var timer in _shown.Values)
            await timer.DisposeAsync();
        _shown.Clear();
    }

    // The end of a sign that nobody renews goes out beside everything else; it cannot fail.
    private ITimer Forgetting(string to) =>
        time.CreateTimer(state => _ = EndAsync((string)state!), to, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
