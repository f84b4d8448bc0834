using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions.Rows;
using OpenClaw.Host.Sessions.Transcript;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Host.Sessions.Feed;

/// <summary>Writes the events about sessions, each with the row as it is now.</summary>
internal sealed class SessionEvents(SessionStore sessions, SessionRows rows, IEventPublisher publisher)
{
    public async ValueTask PublishAsync(SessionNews news, CancellationToken cancellationToken)
    {
        if (news.Key is null)
        {
            publisher.Publish(GatewayEvent.Create(
                EventNames.SessionsChanged,
                new SessionsChangedEvent { Reason = news.Reason, Ts = news.Ts },
                ProtocolJsonContext.Default.SessionsChangedEvent));
            return;
        }

        if (news.Messages.Count > 0)
            await PublishMessagesAsync(news.Key, news.Messages, cancellationToken);
        else if (await ChangeAsync(news, cancellationToken) is { } change)
        {
            publisher.Publish(GatewayEvent.Create(EventNames.SessionsChanged, change, ProtocolJsonContext.Default.SessionsChangedEvent) with
            {
                SessionKey = news.Key,
                Listeners = EventListeners.OfTheList,
            });
        }
    }

    /// <summary>Something longer is done to a session.</summary>
    public void Operation(SessionOperationEvent operation) =>
        publisher.Publish(GatewayEvent.Create(EventNames.SessionOperation, operation, ProtocolJsonContext.Default.SessionOperationEvent) with
        {
            SessionKey = operation.SessionKey,
            Listeners = EventListeners.OfTheSession,
        });

    private async ValueTask PublishMessagesAsync(string sessionKey, IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        if (await RowsOfAsync(sessionKey, cancellationToken) is not { } lineage)
            return;
        var (row, ancestors) = lineage;
        foreach (var stored in messages)
        {
            var message = stored.Read();
            var told = new SessionMessageEvent
            {
                SessionKey = sessionKey,
                AgentId = row.AgentId!,
                Message = message,
                MessageId = stored.Id,
                MessageSeq = stored.Seq,
                Session = row,
                SenderIsOwner = message.Marks?.SenderIsOwner,
                RunId = message.Marks?.RunId,
                Other = RowMirror.Of(row, ancestors),
            };
            told.Other["sessionId"] = RowConstants.Text(row.SessionId!);
            publisher.Publish(GatewayEvent.Create(EventNames.SessionMessage, told, ProtocolJsonContext.Default.SessionMessageEvent) with
            {
                SessionKey = sessionKey,
                Listeners = EventListeners.OfTheSession,
            });
        }
    }

    private async ValueTask<SessionsChangedEvent?> ChangeAsync(SessionNews news, CancellationToken cancellationToken)
    {
        if (news.Gone is { } gone)
            return Change(news, gone.AgentId, gone.SessionId);
        if (await RowsOfAsync(news.Key!, cancellationToken) is not { } lineage)
            return null;
        var (row, ancestors) = lineage;
        var change = Change(news, row.AgentId!, row.SessionId!) with { Session = row };
        change.Other = RowMirror.Of(row, ancestors);
        return change;
    }

    private static SessionsChangedEvent Change(SessionNews news, string agentId, string sessionId) => new()
    {
        SessionKey = news.Key,
        AgentId = agentId,
        SessionId = sessionId,
        Reason = news.Reason,
        Phase = news.Phase,
        RunId = news.RunId,
        Ts = news.Ts,
    };

    private async ValueTask<(SessionRow Row, IReadOnlyList<SessionRow> Ancestors)?> RowsOfAsync(string key, CancellationToken cancellationToken)
    {
        var lineage = await sessions.LineageAsync(key, cancellationToken);
        return lineage.Count == 0
            ? null
            : (rows.Of(lineage[0], RowParts.All), [.. lineage.Skip(1).Select(ancestor => rows.Of(ancestor, RowParts.All))]);
    }
}
