using OpenClaw.Hooks;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;

namespace OpenClaw.Host.Scheduling.Engine;

/// <summary>Drops the conversations of single runs when they have been kept long enough; there is a new one with every run.</summary>
internal sealed class RunSessions(SessionStore sessions, SessionEditor editor, SessionFeed feed, IConfigSource configuration, TimeProvider time)
{
    private const string Mark = ":cron:";
    private const string RunMark = ":run:";
    private const int AtATime = 200;

    /// <returns>How many were dropped.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        if (CronSettings.Of(configuration.Current).SessionRetention is not { } kept)
            return 0;
        var filter = new SessionFilter { Search = Mark, UpdatedBefore = (time.GetUtcNow() - kept).ToUnixTimeMilliseconds(), Limit = AtATime };
        var dropped = 0;
        for (var passed = 0L; ;)
        {
            var page = await sessions.ListAsync(filter with { Offset = passed }, cancellationToken);
            foreach (var session in page.Sessions)
            {
                if (IsOfARun(session) && await DropAsync(session, cancellationToken))
                    dropped++;
                else
                    passed++;
            }

            if (page.Sessions.Count < AtATime)
                return dropped;
        }
    }

    // Somebody may have given one a name in order to keep it.
    private static bool IsOfARun(SessionEntry session) =>
        session.Key.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var mark
        && session.Key.IndexOf(RunMark, mark, StringComparison.Ordinal) > 0
        && session.Label is null;

    // One with a run at work stays until the next time.
    private async ValueTask<bool> DropAsync(SessionEntry session, CancellationToken cancellationToken)
    {
        if ((await editor.DeleteAsync(session.Key, keepTranscript: false, SessionEndReason.Removed, static _ => { }, cancellationToken)).Deleted is not { } gone)
            return false;
        feed.Deleted(gone);
        return true;
    }
}
