namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>
/// Keeps to what Telegram asks of bots: a message a second in a chat, twenty a minute in a group, thirty a second in all. Bursts go through;
/// what is beyond them waits here for its moment instead of being refused there, which costs every chat of the bot a pause.
/// </summary>
internal sealed class SendPace(TimeProvider time)
{
    private const int MaxChats = 2_000;
    private const int Burst = 20;

    /// <summary>Beyond this the message goes back to the gateway, which has the patience and the disk.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly Bucket _all = new(30, 30, time);
    private readonly Dictionary<string, Bucket> _chats = new(StringComparer.Ordinal);

    /// <summary>Waits for the moment of a message.</summary>
    /// <returns>How much longer it would have to wait, where that is too long to wait here.</returns>
    public async Task<TimeSpan?> TakeAsync(string chatId, CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_gate)
            {
                var chat = ChatOf(chatId);
                wait = chat.Wait > _all.Wait ? chat.Wait : _all.Wait;
                if (wait == TimeSpan.Zero)
                {
                    chat.Take();
                    _all.Take();
                    return null;
                }
            }

            if (wait > LongestWait)
                return wait;
            await Task.Delay(wait < MinWait ? MinWait : wait, time, cancellationToken);
        }
    }

    /// <summary>Counts a call that does not wait: a change of a message, which the gateway makes seldom enough by itself.</summary>
    public void Note(string chatId)
    {
        lock (_gate)
        {
            ChatOf(chatId).Take();
            _all.Take();
        }
    }

    private Bucket ChatOf(string chatId)
    {
        if (_chats.TryGetValue(chatId, out var chat))
            return chat;
        if (_chats.Count >= MaxChats)
        {
            foreach (var old in _chats.OrderBy(static one => one.Value.LastUse).Take(MaxChats / 2).Select(static one => one.Key).ToList())
                _chats.Remove(old);
        }

        // Ids of groups and channels are negative, names are those of channels.
        return _chats[chatId] = new Bucket(Burst, chatId is ['-' or '@', ..] ? 20 / 60.0 : 1, time);
    }
}
