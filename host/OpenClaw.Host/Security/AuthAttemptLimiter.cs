using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Security;

/// <summary>
/// Counts failed authentication by source. An attempt counts as failed from the moment it is admitted until it has
/// succeeded, so that guesses made in parallel cannot outrun the count.
/// </summary>
internal sealed class AuthAttemptLimiter(IConfigSource config, TimeProvider time)
{
    private const int MaxSources = 4_096;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<AttemptKey, Record> _records = [];

    // Takes everybody for whom there is no room while the table is full of lockouts: strangers then share one count.
    private readonly Record _overflow = new(time.GetTimestamp());

    /// <summary>Asks leave to try a credential.</summary>
    /// <param name="key">Whose attempt it is.</param>
    /// <param name="exempt">True for a caller that is slowed down instead of locked out.</param>
    public AttemptTicket Admit(AttemptKey key, bool exempt)
    {
        var rules = config.Current.Gateway.Auth.RateLimit;
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var record = Find(key, rules.Window, now);
            if (record.LockedFor(time, now, rules.Lockout) is { } remaining && !exempt)
            {
                return new AttemptTicket { IsAdmitted = false, RetryAfter = remaining };
            }

            if (time.GetElapsedTime(record.WindowStart, now) > rules.Window || record.Locked is not null)
            {
                record.Restart(now);
            }

            record.Attempts++;
            if (exempt)
            {
                return new AttemptTicket { IsAdmitted = true, FailureDelay = DelayAfter(record.Attempts) };
            }

            if (record.Attempts >= rules.MaxAttempts)
            {
                record.Locked = now;
            }

            return new AttemptTicket { IsAdmitted = true };
        }
    }

    /// <summary>The attempt was right: its source starts afresh.</summary>
    public void Succeeded(AttemptKey key)
    {
        lock (_gate)
        {
            _records.Remove(key);
        }
    }

    /// <summary>
    /// The attempt was no guess after all: it does not count, and the others of its source do. Unlike a success it gives nobody a
    /// fresh start who tries one secret while holding another.
    /// </summary>
    public void Withdraw(AttemptKey key)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(key, out var record) || record.Attempts == 0)
            {
                return;
            }

            record.Attempts--;
            if (record.Attempts < config.Current.Gateway.Auth.RateLimit.MaxAttempts)
            {
                record.Locked = null;
            }
        }
    }

    private static TimeSpan DelayAfter(int failures)
    {
        var delay = FirstDelay * Math.Pow(2, Math.Min(failures - 1, 10));
        return delay < LongestDelay ? delay : LongestDelay;
    }

    private Record Find(AttemptKey key, TimeSpan window, long now)
    {
        if (_records.TryGetValue(key, out var known))
        {
            return known;
        }

        return _records.Count < MaxSources || MakeRoom(window, now) ? _records[key] = new Record(now) : _overflow;
    }

    /// <summary>Forgets what has run out, else the oldest count. A lockout that still holds is never given up for a newcomer.</summary>
    private bool MakeRoom(TimeSpan window, long now)
    {
        var lockout = config.Current.Gateway.Auth.RateLimit.Lockout;
        AttemptKey? oldest = null;
        var oldestStart = long.MaxValue;
        foreach (var (key, record) in _records)
        {
            if (record.LockedFor(time, now, lockout) is not null)
            {
                continue;
            }

            if (time.GetElapsedTime(record.WindowStart, now) > window)
            {
                _records.Remove(key);
            }
            else if (record.WindowStart < oldestStart)
            {
                (oldest, oldestStart) = (key, record.WindowStart);
            }
        }

        return _records.Count < MaxSources || (oldest is { } victim && _records.Remove(victim));
    }

    private sealed class Record(long start)
    {
        public long WindowStart { get; private set; } = start;

        public int Attempts { get; set; }

        public long? Locked { get; set; }

        public TimeSpan? LockedFor(TimeProvider time, long now, TimeSpan lockout)
        {
            var remaining = Locked is { } since ? lockout - time.GetElapsedTime(since, now) : TimeSpan.Zero;
            return remaining > TimeSpan.Zero ? remaining : null;
        }

        public void Restart(long now)
        {
            WindowStart = now;
            Attempts = 0;
            Locked = null;
        }
    }
}
