using System.Collections.Concurrent;
using System.Text.Json;
using OpenClaw.Host.Nodes.Live;

namespace OpenClaw.Host.Nodes.Invocations;

/// <summary>
/// Programs that nodes were asked to run, so that what a node reports of one can be held against what it was asked. An entry goes
/// with the report of the end, with the connection, or when it is old.
/// </summary>
internal sealed class SystemRuns(TimeProvider time)
{
    public const string Command = "system.run";
    public const int MaxInAll = 1_024;
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(string ConnectionId, string RunId), (string? SessionKey, bool IsStarted, long At)> _runs = new();

    /// <summary>Notes what a node is about to be asked.</summary>
    public void Add(string connectionId, string? paramsJson)
    {
        if (paramsJson is null || Read(paramsJson) is not ({ } runId, var sessionKey))
        {
            return;
        }

        var now = Now();
        if (_runs.Count >= MaxInAll)
        {
            foreach (var (key, entry) in _runs.OrderBy(static one => one.Value.At).Take(MaxInAll / 4))
            {
                _runs.TryRemove(KeyValuePair.Create(key, entry));
            }
        }

        _runs[(connectionId, runId)] = (sessionKey, false, now);
    }

    /// <summary>
    /// Whether a node may report of a run: that it began, once, and that it is over. A session is told of it where the run was asked for
    /// in its name; what was asked for in nobody's is told to the node's own.
    /// </summary>
    /// <param name="session">The connection it reports on.</param>
    /// <param name="runId">The run it names.</param>
    /// <param name="sessionKey">The session it names.</param>
    /// <param name="isEnd">Whether the run is over; nothing more is believed of it then.</param>
    public bool Matches(NodeSession session, string? runId, string? sessionKey, bool isEnd)
    {
        if (runId is null || !_runs.TryGetValue((session.ConnectionId, runId), out var run) || Now() - run.At > (long)Memory.TotalMilliseconds
            || run.SessionKey != (run.SessionKey is null && sessionKey == session.OwnSession ? null : sessionKey))
        {
            return false;
        }

        return isEnd
            ? _runs.TryRemove(KeyValuePair.Create((session.ConnectionId, runId), run))
            : !run.IsStarted && _runs.TryUpdate((session.ConnectionId, runId), run with { IsStarted = true }, run);
    }

    public void Forget(string connectionId)
    {
        foreach (var (key, _) in _runs)
        {
            if (key.ConnectionId == connectionId)
            {
                _runs.TryRemove(key, out _);
            }
        }
    }

    private static (string? RunId, string? SessionKey)? Read(string paramsJson)
    {
        try
        {
            using var parsed = JsonDocument.Parse(paramsJson);
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? (Text(parsed.RootElement, "runId"), Text(parsed.RootElement, "sessionKey")) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 and <= 512 } text ? text : null;

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
