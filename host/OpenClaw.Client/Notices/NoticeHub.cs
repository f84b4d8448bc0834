using System.Collections.Immutable;

namespace OpenClaw.Client.Notices;

/// <summary>Hands notices to all subscriptions.</summary>
internal sealed class NoticeHub
{
    private readonly Lock _gate = new();
    private ImmutableArray<GatewaySubscription> _subscriptions = [];
    private bool _completed;

    /// <summary>Lets the reader skip the parsing of events nobody listens to.</summary>
    public bool HasSubscribers => !_subscriptions.IsEmpty;

    public GatewaySubscription Add(int capacity)
    {
        var subscription = new GatewaySubscription(this, capacity);
        lock (_gate)
        {
            if (_completed)
            {
                subscription.Complete();
            }
            else
            {
                _subscriptions = _subscriptions.Add(subscription);
            }
        }

        return subscription;
    }

    public void Remove(GatewaySubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = _subscriptions.Remove(subscription);
        }
    }

    public void Publish(GatewayNotice notice)
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Offer(notice);
        }
    }

    public void Complete()
    {
        lock (_gate)
        {
            _completed = true;
            foreach (var subscription in _subscriptions)
            {
                subscription.Complete();
            }

            _subscriptions = [];
        }
    }
}
