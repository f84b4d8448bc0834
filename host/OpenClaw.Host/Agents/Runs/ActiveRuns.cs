using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>The runs of this process that have not ended, by id. The lanes bound how many there can be.</summary>
internal sealed class ActiveRuns : IOpenWork
{
    private readonly ConcurrentDictionary<string, ActiveRun> _runs = new(StringComparer.Ordinal);

    public int Count => _runs.Count;

    public void Add(ActiveRun run) => _runs[run.RunId] = run;

    public void Remove(ActiveRun run) => _runs.TryRemove(KeyValuePair.Create(run.RunId, run));

    public bool TryGet(string runId, [NotNullWhen(true)] out ActiveRun? run) => _runs.TryGetValue(runId, out run);

    /// <summary>Runs of a session, oldest first.</summary>
    public IReadOnlyList<ActiveRun> Of(string sessionKey) =>
        [.. _runs.Values.Where(run => run.SessionKey == sessionKey).OrderBy(static run => run.Record.AcceptedAt)];

    public IReadOnlyList<ActiveRun> All => [.. _runs.Values];
}
