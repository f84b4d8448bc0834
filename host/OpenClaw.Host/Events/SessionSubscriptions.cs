using System.Collections.Concurrent;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Events;

/// <summary>
/// Which connection listens to which sessions. An entry is made by the first subscription of a connection and goes with the
/// connection; how many sessions one may name is capped.
/// </summary>
internal sealed class SessionSubscriptions
{
    public const int MaxSessionsPerConnection = 256;

    private readonly ConcurrentDictionary<string, Subscriber> _subscribers = new(StringComparer.Ordinal);

    /// <summary>Whether anybody would get an event of that session for its listeners; saves the work of making it.</summary>
    public bool AnyOf(string sessionKey) => _subscribers.Values.Any(subscriber => subscriber.ListensToList || subscriber.ListensTo(sessionKey));

    public bool AnyOfTheList => _subscribers.Values.Any(static subscriber => subscriber.ListensToList);

    public void ListenToList(string connectionId) => SubscriberOf(connectionId).ListensToList = true;

    /// <summary>False when the connection listens to as many sessions as it may.</summary>
    public bool TryListen(string connectionId, string sessionKey) => SubscriberOf(connectionId).TryAdd(sessionKey);

    public void StopListening(string connectionId, string sessionKey)
    {
        if (_subscribers.TryGetValue(connectionId, out var subscriber))
            subscriber.Remove(sessionKey);
    }

    /// <summary>Forgets a connection. Called when nothing runs for it any more.</summary>
    public void Forget(string connectionId) => _subscribers.TryRemove(connectionId, out _);

    /// <summary>What a connection listened to is listened to by the one that follows it.</summary>
    public void Move(string connectionId, string nextConnectionId)
    {
        if (_subscribers.TryRemove(connectionId, out var subscriber))
            _subscribers[nextConnectionId] = subscriber;
    }

    /// <summary>Whether a connection is among those an event is for.</summary>
    public bool Reaches(RpcCaller caller, GatewayEvent gatewayEvent)
    {
        switch (gatewayEvent.Listeners)
        {
            case EventListeners.OfTheList:
                return Find(caller)?.ListensToList is true;
            case EventListeners.OfTheSession:
                return Find(caller) is { } subscriber && (subscriber.ListensToList || Named(subscriber, gatewayEvent));
            default:
                // Some clients want the runs of the sessions they named and no others.
                return gatewayEvent.SessionKey is null
                    || !caller.Capabilities.Contains(ClientCapabilities.SessionScopedEvents)
                    || (Find(caller) is { } scoped && Named(scoped, gatewayEvent));
        }
    }

    private static bool Named(Subscriber subscriber, GatewayEvent gatewayEvent) =>
        gatewayEvent.SessionKey is { } key && subscriber.ListensTo(key);

    private Subscriber? Find(RpcCaller caller) => _subscribers.GetValueOrDefault(caller.ConnectionId);

    private Subscriber SubscriberOf(string connectionId) => _subscribers.GetOrAdd(connectionId, static _ => new Subscriber());

    private sealed class Subscriber
    {
        private readonly Lock _lock = new();
        private readonly HashSet<string> _sessions = new(StringComparer.Ordinal);
        private volatile bool _listensToList;

        public bool ListensToList
        {
            get => _listensToList;
            set => _listensToList = value;
        }

        public bool ListensTo(string sessionKey)
        {
            lock (_lock)
                return _sessions.Contains(sessionKey);
        }

        public bool TryAdd(string sessionKey)
        {
            lock (_lock)
                return _sessions.Contains(sessionKey) || (_sessions.Count < MaxSessionsPerConnection && _sessions.Add(sessionKey));
        }

        public void Remove(string sessionKey)
        {
            lock (_lock)
                _sessions.Remove(sessionKey);
        }
    }
}
