using OpenClaw.Host.Agents.Models;

namespace OpenClaw.Host.Agents.Compaction;

/// <summary>
/// Conversations whose summary could not be written a while ago. Asking for it anew before every turn would cost each of them a call that
/// most likely fails again; until then the oldest messages are left out of the prompt. Thread-safe.
/// </summary>
internal sealed class SummaryPauses(TimeProvider time)
{
    private const int MaxSessions = 1_024;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string SessionId, ModelReference Model), (long Since, TimeSpan Pause)> _pauses = [];

    public bool IsPaused(string sessionId, ModelReference model)
    {
        lock (_gate)
            return _pauses.TryGetValue((sessionId, model), out var pause) && time.GetElapsedTime(pause.Since) < pause.Pause;
    }

    public void Failed(string sessionId, ModelReference model)
    {
        lock (_gate)
        {
            // Forgetting costs a call, no more.
            if (_pauses.Count >= MaxSessions)
                _pauses.Clear();
            var pause = _pauses.TryGetValue((sessionId, model), out var before) ? before.Pause * 2 : First;
            _pauses[(sessionId, model)] = (time.GetTimestamp(), pause < Longest ? pause : Longest);
        }
    }

    public void Succeeded(string sessionId, ModelReference model)
    {
        lock (_gate)
            _pauses.Remove((sessionId, model));
    }
}
