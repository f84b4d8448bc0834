namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Lets the first of equal events through and counts the rest, so that a failing loop does not fill the file.</summary>
internal sealed class RepeatCollapser(TimeProvider time)
{
    /// <summary>After this long an equal event is written again, with the count so far.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private LogLine? _last;
    private long _since;
    private int _repeats;

    /// <summary>False when the line repeats the one before. Otherwise <paramref name="summary"/> tells what was left out until now.</summary>
    public bool Admit(LogLine line, out LogLine? summary)
    {
        lock (_gate)
        {
            summary = null;
            if (IsRepeat(line))
            {
                _repeats++;
                return false;
            }

            summary = TakeSummary();
            _last = line;
            _since = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>What is still counted when the log closes.</summary>
    public LogLine? Finish()
    {
        lock (_gate)
        {
            return TakeSummary();
        }
    }

    private bool IsRepeat(LogLine line) =>
        _last is { } last
        && last.Level == line.Level
        && last.EventId == line.EventId
        && last.Subsystem == line.Subsystem
        && last.Message == line.Message
        && last.Exception == line.Exception
        && time.GetElapsedTime(_since) < Window;

    private LogLine? TakeSummary()
    {
        var summary = _repeats == 0 || _last is null ? null : _last with
        {
            Time = time.GetLocalNow(),
            Message = $"(repeated {_repeats} times) {_last.Message}",
            Exception = null,
        };
        _repeats = 0;
        return summary;
    }
}
