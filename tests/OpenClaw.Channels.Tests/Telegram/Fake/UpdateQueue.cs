using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>The events of a bot that it has not confirmed, and the questions for them.</summary>
internal sealed class UpdateQueue
{
    private readonly Lock _gate = new();
    private readonly SortedList<long, JsonObject> _waiting = [];
    private CancellationTokenSource? _poll;
    private TaskCompletionSource _arrived = New();
    private long _next = 1000;

    /// <summary>Questions that are open now, and the most there ever were.</summary>
    public (int Open, int Most) Polls { get; private set; }

    public int Conflicts { get; private set; }

    public int Unconfirmed
    {
        get
        {
            lock (_gate)
                return _waiting.Count;
        }
    }

    /// <returns>Its number.</returns>
    public long Add(JsonObject update, long? id = null)
    {
        lock (_gate)
        {
            var number = id ?? _next++;
            _waiting[number] = update;
            update["update_id"] = number;
            Interlocked.Exchange(ref _arrived, New()).TrySetResult();
            return number;
        }
    }

    /// <exception cref="BotApiError">Another question took this one's place.</exception>
    public async Task<JsonArray> PollAsync(long? offset, int limit, int seconds, CancellationToken cancellationToken)
    {
        using var replaced = new CancellationTokenSource();
        lock (_gate)
        {
            // The older of two is refused.
            _poll?.Cancel();
            _poll = replaced;
            Polls = (Polls.Open + 1, Math.Max(Polls.Most, Polls.Open + 1));
            foreach (var id in _waiting.Keys.Where(id => id < offset).ToList())
                _waiting.Remove(id);
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(replaced.Token, cancellationToken);
        try
        {
            var until = DateTime.UtcNow.AddSeconds(seconds);
            while (true)
            {
                var arrived = Volatile.Read(ref _arrived).Task;
                if (Take(offset, limit) is { Count: > 0 } found)
                    return found;
                if (DateTime.UtcNow >= until)
                    return [];
                await Task.WhenAny(arrived, Task.Delay(Positive(until - DateTime.UtcNow), ended.Token));
                ended.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (replaced.IsCancellationRequested)
        {
            Conflicts++;
            throw new BotApiError(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        }
        finally
        {
            lock (_gate)
            {
                Polls = (Polls.Open - 1, Polls.Most);
                if (_poll == replaced)
                    _poll = null;
            }
        }
    }

    private JsonArray Take(long? offset, int limit)
    {
        lock (_gate)
            return [.. _waiting.Where(one => offset is null || one.Key >= offset).Take(limit).Select(static one => one.Value.DeepClone())];
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
