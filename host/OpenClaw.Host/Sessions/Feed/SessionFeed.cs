using System.Threading.Channels;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions.Transcript;

namespace OpenClaw.Host.Sessions.Feed;

/// <summary>
/// Takes what happens to sessions and lets <see cref="SessionFeedPump"/> tell it, in order, to those who listen. Whoever wrote
/// messages waits until they were told, so that they come before the events of the run that follow them. Nothing is done for
/// sessions to which nobody listens.
/// </summary>
internal sealed class SessionFeed(SessionSubscriptions subscriptions, TimeProvider time)
{
    private const int Capacity = 1024;

    // A lost change is told by the next one of the same session, and messages are in the history: old news give way.
    private readonly Channel<SessionNews> _news = Channel.CreateBounded<SessionNews>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        static dropped => dropped.Told?.TrySetResult());

    public void Changed(string sessionKey, string reason)
    {
        if (subscriptions.AnyOfTheList)
            Tell(new SessionNews { Key = sessionKey, Reason = reason, Ts = time.UnixMs });
    }

    /// <summary>A run took a step.</summary>
    public void Stepped(string sessionKey, string runId, string phase, long at)
    {
        if (subscriptions.AnyOfTheList)
            Tell(new SessionNews { Key = sessionKey, RunId = runId, Phase = phase, Ts = at });
    }

    public void Deleted(SessionEntry session)
    {
        Tell(new SessionNews { Key = session.Key, Reason = ChangeReasons.Delete, Gone = session, Ts = time.UnixMs });
        ListChanged(ChangeReasons.Delete);
    }

    /// <summary>Sessions went in one piece; the list is told once.</summary>
    public void Removed(IReadOnlyList<SessionEntry> sessions)
    {
        if (subscriptions.AnyOfTheList)
        {
            foreach (var session in sessions)
                Tell(new SessionNews { Key = session.Key, Reason = ChangeReasons.Delete, Gone = session, Ts = time.UnixMs });
        }

        ListChanged(ChangeReasons.Delete);
    }

    /// <summary>Everybody is told, whether they listen or not.</summary>
    public void ListChanged(string reason) => Tell(new SessionNews { Reason = reason, Ts = time.UnixMs });

    /// <summary>Messages were stored; completes when they were told.</summary>
    public async ValueTask WroteAsync(string sessionKey, IReadOnlyList<StoredMessage> messages)
    {
        if (messages.Count == 0 || !subscriptions.AnyOf(sessionKey))
            return;
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell(new SessionNews { Key = sessionKey, Messages = messages, Told = told, Ts = time.UnixMs });
        await told.Task;
    }

    public IAsyncEnumerable<SessionNews> ReadAsync(CancellationToken cancellationToken) => _news.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Nobody reads any more: what waits is let go, and so is what comes.</summary>
    public void Close()
    {
        _news.Writer.TryComplete();
        while (_news.Reader.TryRead(out var left))
            left.Told?.TrySetResult();
    }

    private void Tell(SessionNews news)
    {
        if (!_news.Writer.TryWrite(news))
            news.Told?.TrySetResult();
    }
}
