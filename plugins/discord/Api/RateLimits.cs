using System.Net.Http.Headers;

namespace OpenClaw.Channels.Discord.Api;

/// <summary>Holds calls back until Discord takes them: as its headers say for calls of one kind, and for all calls together.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private const int MaxBuckets = 1_000;

    /// <summary>Whoever has to wait longer is told so instead, and comes back.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Pace _pace = new(50, TimeSpan.FromSeconds(1), time);
    private long _allUntil;

    /// <summary>Waits for the turn of a call.</summary>
    /// <exception cref="ApiException">It would have to wait too long.</exception>
    public async Task<Bucket> EnterAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var bucket = Find(request);
        var hasTurn = false;
        try
        {
            await bucket.WaitAsync(cancellationToken);
            hasTurn = true;
            await UntilAsync(bucket.Until, isGlobal: false, cancellationToken);
            if (!request.IsAnonymous)
            {
                await UntilAsync(Interlocked.Read(ref _allUntil), isGlobal: true, cancellationToken);
                await _pace.WaitAsync(cancellationToken);
            }

            return bucket;
        }
        catch
        {
            bucket.Leave(hasTurn);
            throw;
        }
    }

    public void Learn(ApiRequest request, Bucket bucket, HttpResponseHeaders headers)
    {
        if (ApiErrors.Header(headers, "X-RateLimit-Bucket") is { Length: > 0 and <= 128 } name)
        {
            lock (_gate)
            {
                if (_names.Count < MaxBuckets)
                    _names[request.Route] = name;
                // Known by another name from now on; what it was told counts under that one too.
                _buckets.TryAdd($"{name} {request.Resource}", bucket);
            }
        }

        if (ApiErrors.Header(headers, "X-RateLimit-Remaining") == "0" && ApiErrors.Seconds(ApiErrors.Header(headers, "X-RateLimit-Reset-After")) is { } wait)
            bucket.Until = After(wait);
    }

    public void Refused(Bucket bucket, ApiException error)
    {
        if (error.RetryAfter is not { } wait)
            return;
        bucket.Until = After(wait);
        if (error.IsGlobal)
            Interlocked.Exchange(ref _allUntil, After(wait));
    }

    private Bucket Find(ApiRequest request)
    {
        lock (_gate)
        {
            var key = $"{_names.GetValueOrDefault(request.Route, request.Route)} {request.Resource}";
            if (!_buckets.TryGetValue(key, out var bucket))
            {
                if (_buckets.Count >= MaxBuckets)
                    Tidy();
                _buckets[key] = bucket = new Bucket();
            }

            bucket.Enter();
            return bucket;
        }
    }

    private void Tidy()
    {
        var now = time.GetTimestamp();
        foreach (var (key, bucket) in _buckets.Where(one => one.Value.IsIdle && one.Value.Until <= now).ToList())
        {
            _buckets.Remove(key);
            bucket.Dispose();
        }
    }

    private async Task UntilAsync(long moment, bool isGlobal, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (moment <= now)
            return;
        var wait = time.GetElapsedTime(now, moment);
        if (wait > LongestWait)
            throw new ApiException(ApiFault.TooMany, 429, 0, "Discord has asked to wait") { RetryAfter = wait, IsGlobal = isGlobal };
        await Task.Delay(wait, time, cancellationToken);
    }

    private long After(TimeSpan wait) => time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);
}
