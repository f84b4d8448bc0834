namespace OpenClaw.Channels.Discord.Sending;

/// <summary>
/// Remembers when each send was first tried. Discord knows a message again by its nonce "within the past few minutes": two of them are
/// trusted here. What may have been sent longer ago, for example before a kill, is not sent again; the outbox shows it as unknown.
/// A file for each, because the question comes after a kill; it goes when the gateway has had time to note the outcome.
/// </summary>
internal sealed class OpenSends(string folder, TimeProvider time)
{
    public static readonly TimeSpan Trusted = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private readonly Lock _gate = new();
    private readonly Queue<(string Nonce, long At)> _ended = [];
    private bool _isTidy;

    /// <param name="nonce">Names the send.</param>
    /// <param name="trusted">How long it may be repeated.</param>
    /// <param name="isFirst">Whether nothing of it can have been sent before.</param>
    /// <returns>False where it may have been sent already, and Discord would not know it again.</returns>
    public bool TryBegin(string nonce, TimeSpan trusted, out bool isFirst)
    {
        lock (_gate)
        {
            Tidy();
            var file = PathOf(nonce);
            isFirst = !File.Exists(file);
            if (!isFirst)
                return time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(file)) < trusted;
            File.WriteAllBytes(file, []);
            File.SetLastWriteTimeUtc(file, time.GetUtcNow().UtcDateTime);
            return true;
        }
    }

    public void End(string nonce, SendOutcome outcome, bool isFirst)
    {
        lock (_gate)
        {
            // Surely not sent, and not before either: the next try is the first one again.
            if (outcome is SendRetryable or SendNotLinked)
            {
                if (isFirst)
                    Remove(nonce);
            }
            else if (outcome is not SendUnknown)
                _ended.Enqueue((nonce, time.GetTimestamp()));
        }
    }

    private void Tidy()
    {
        while (_ended.TryPeek(out var first) && time.GetElapsedTime(first.At) > Noted)
            Remove(_ended.Dequeue().Nonce);
        if (_isTidy)
            return;
        _isTidy = true;
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder).Where(file => time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(file)) > Kept))
            File.Delete(old);
    }

    private void Remove(string nonce)
    {
        try
        {
            File.Delete(PathOf(nonce));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It goes with those that are old.
        }
    }

    private string PathOf(string nonce) => Path.Combine(folder, nonce);
}
