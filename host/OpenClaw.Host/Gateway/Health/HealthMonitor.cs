using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Gateway.Health;

/// <summary>Keeps one health snapshot, encoded once for every answer, and broadcasts each new one.</summary>
internal sealed class HealthMonitor(
    IEnumerable<IHealthSection> sections, IConfigSource config, StateVersions versions, IEventPublisher events, GatewayOptions options,
    TimeProvider time, HealthNews news) : IDisposable
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    private readonly IHealthSection[] _sections = [.. sections];
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private Taken? _latest;

    /// <summary>The last snapshot, or an empty object before the first.</summary>
    public JsonElement Latest => _latest?.Summary ?? Nothing;

    public bool IsStale => !IsFresh(_latest);

    /// <summary>The snapshot if it is recent enough and no probe is asked for; a new one otherwise.</summary>
    public ValueTask<JsonElement> GetAsync(bool probe, CancellationToken cancellationToken) =>
        !probe && _latest is { } latest && IsFresh(latest) ? new(latest.Summary) : RefreshAsync(probe, cancellationToken);

    /// <summary>Takes a new snapshot and broadcasts it. Callers that come while one is being taken share it, unless they probe.</summary>
    public async ValueTask<JsonElement> RefreshAsync(bool probe, CancellationToken cancellationToken)
    {
        var before = _latest;
        await _refreshing.WaitAsync(cancellationToken);
        try
        {
            if (!probe && _latest is { } latest && latest != before)
            {
                return latest.Summary;
            }

            var told = news.Count;
            var summary = await CollectAsync(probe, cancellationToken);
            _latest = new Taken(JsonSerializer.SerializeToElement(summary, ProtocolJsonContext.Default.HealthSummary), time.GetTimestamp(), told);
            versions.HealthChanged();
            events.Publish(GatewayEvent.Create(EventNames.Health, _latest.Summary, ProtocolJsonContext.Default.JsonElement) with
            {
                CarriesStateVersion = true,
            });
            return _latest.Summary;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose() => _refreshing.Dispose();

    private async ValueTask<HealthSummary> CollectAsync(bool probe, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var summary = HealthBaseline.From(config.Current, time.GetUtcNow());
        foreach (var section in _sections)
        {
            try
            {
                summary = await section.ContributeAsync(summary, probe, cancellationToken);
            }
            catch (StorageException)
            {
                // What cannot be read leaves its part out; the room that owns the database says why.
                summary = summary with { Ok = false };
            }
        }

        return summary with { DurationMs = (long)time.GetElapsedTime(started).TotalMilliseconds };
    }

    private bool IsFresh(Taken? taken) =>
        taken is not null && taken.Told == news.Count && time.GetElapsedTime(taken.At) < options.HealthRefreshInterval;

    private sealed record Taken(JsonElement Summary, long At, long Told);
}
