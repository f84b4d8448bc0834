using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>Where the events of connections go.</summary>
internal interface IEventSink
{
    /// <summary>A session has begun. What happened before it is not told.</summary>
    void Began(ShardId shard, Ready ready);

    /// <summary>Takes an event. Returns when it is on its way, which takes long only when too many are.</summary>
    /// <param name="event">The event.</param>
    /// <param name="done">Called when it is on disk, or of no interest. Not called when it could not be stored.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask TakeAsync(GatewayEvent @event, Action done, CancellationToken cancellationToken);
}
