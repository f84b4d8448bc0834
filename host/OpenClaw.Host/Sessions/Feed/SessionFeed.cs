using System.Threading.Channels;
using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Sessions.Feed;

/// <summary>
/// Tells those who listen what happens to sessions. Messages are told before the writer goes on, so that they come before the
/// events of the run that follow them; changes of rows wait in a queue, because a row is read anew for each. Nothing is done
/// for sessions to which nobody listens.
/// </summary>
internal sealed partial class SessionFeed(
    SessionSubscriptions subscriptions, SessionEvents events, TimeProvider time, ILogger<SessionFeed> logger)
{
    private const int Capacity = 1024;

    // A lost change is told by the next one of the same session, so old ones give way.
    private readonly Channel<SessionNews> _news = Channel.CreateBounded<SessionNews>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

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

    /// <summary>Everybody is told, whether they listen or not.</summary>
    public void ListChanged(string reason) => Tell(new SessionNews { Reason = reason, Ts = time.UnixMs });

    /// <summary>Messages were stored.</summary>
    public async ValueTask WroteAsync(string sessionKey, IReadOnlyList<StoredMessage> messages)
    {
        if (messages.Count == 0 || !subscriptions.AnyOf(sessionKey))
            return;
        try
        {
            await events.PublishMessagesAsync(sessionKey, messages);
        }
        catch (StorageException error)
        {
            // What was stored counts; those who listen find it in the history.
            LogUntold(logger, sessionKey, error);
        }
    }

    public IAsyncEnumerable<SessionNews> ReadAsync(CancellationToken cancellationToken) => _news.Reader.ReadAllAsync(cancellationToken);

    private void Tell(SessionNews news) => _news.Writer.TryWrite(news);

    [LoggerMessage(3511, LogLevel.Warning, "Messages of session {SessionKey} could not be told.")]
    private static partial void LogUntold(ILogger logger, string sessionKey, Exception error);
}
