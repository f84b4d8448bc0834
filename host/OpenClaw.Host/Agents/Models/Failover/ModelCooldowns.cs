using System.Collections.Concurrent;
using OpenClaw.Agents;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.Models.Failover;

/// <summary>Which credentials and models pause after failures in a row. Kept in memory and on disk; a success ends it.</summary>
internal sealed class ModelCooldowns(SqliteDatabase database, CooldownKeys keys, TimeProvider time) : IDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan[] Ladder = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private static readonly TimeSpan WithoutCredit = TimeSpan.FromMinutes(10);

    // The longest pause that a far end may ask for. What lies further ahead was written before the clock was set back.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    // Errors that lie further back say nothing about the next one.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, Cooldown> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private bool _loaded;

    /// <summary>The pause a model is in with a key; nothing where it may be asked.</summary>
    public async ValueTask<Cooldown?> OfAsync(ModelAttempt attempt, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var now = time.UnixMs;
        return new[] { keys.OfCredential(attempt.Model, attempt.Credential), keys.OfModel(attempt.Model, attempt.Credential) }
            .Select(key => key is null ? null : _known.GetValueOrDefault(key))
            .Where(cooldown => cooldown?.Until > now && cooldown.Until <= now + (long)Longest.TotalMilliseconds)
            .MaxBy(static cooldown => cooldown!.Until);
    }

    public async ValueTask FailedAsync(ModelAttempt attempt, ModelException error)
    {
        var failure = FailureClasses.Of(error);
        var key = failure switch
        {
            FailureClass.Credential or FailureClass.Billing => keys.OfCredential(attempt.Model, attempt.Credential),
            FailureClass.RateLimit => keys.OfModel(attempt.Model, attempt.Credential),
            _ => null,
        };
        if (key is null)
            return;
        await LoadAsync(CancellationToken.None);
        var now = time.UnixMs;
        var errors = _known.GetValueOrDefault(key) is { } known && now - known.Until < Remembered.TotalMilliseconds ? known.Errors + 1 : 1;
        var pause = failure == FailureClass.Billing ? WithoutCredit : Ladder[Math.Min(errors, Ladder.Length) - 1];
        if (error.RetryAfter > pause)
            pause = error.RetryAfter.Value < Longest ? error.RetryAfter.Value : Longest;
        var cooldown = new Cooldown(key, errors, now + (long)pause.TotalMilliseconds, ModelFailures.ReasonOf(error.Failure));
        if (_known.Count >= Most)
            Forget();
        _known[key] = cooldown;
        await database.WritePatientlyAsync(
            connection =>
            {
                connection.Execute("DELETE FROM model_cooldowns WHERE until < $old", ("$old", now - (long)Remembered.TotalMilliseconds));
                return connection.Execute(
                    """
                    INSERT INTO model_cooldowns (key, errors, until, reason) VALUES ($key, $errors, $until, $reason)
                    ON CONFLICT (key) DO UPDATE SET errors = $errors, until = $until, reason = $reason
                    """,
                    ("$key", cooldown.Key),
                    ("$errors", cooldown.Errors),
                    ("$until", cooldown.Until),
                    ("$reason", cooldown.Reason));
            },
            CancellationToken.None);
    }

    public async ValueTask SucceededAsync(ModelAttempt attempt)
    {
        var credential = keys.OfCredential(attempt.Model, attempt.Credential);
        var ofModel = keys.OfModel(attempt.Model, attempt.Credential);
        if (credential is null || ofModel is null || !(_known.TryRemove(credential, out _) | _known.TryRemove(ofModel, out _)))
            return;
        await database.WritePatientlyAsync(
            connection => connection.Execute(
                "DELETE FROM model_cooldowns WHERE key = $credential OR key = $model", ("$credential", credential), ("$model", ofModel)),
            CancellationToken.None);
    }

    public void Dispose() => _loading.Dispose();

    private async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _loaded))
            return;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_loaded)
                return;
            var stored = await database.ReadAsync(
                static connection => connection.Query(
                    $"SELECT key, errors, until, reason FROM model_cooldowns ORDER BY until DESC LIMIT {Most}",
                    static row => new Cooldown(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3))),
                cancellationToken);
            foreach (var cooldown in stored)
                _known[cooldown.Key] = cooldown;
            Volatile.Write(ref _loaded, true);
        }
        finally
        {
            _loading.Release();
        }
    }

    private void Forget()
    {
        foreach (var oldest in _known.Values.OrderBy(static cooldown => cooldown.Until).Take(Most / 2))
            _known.TryRemove(oldest.Key, out _);
    }
}
