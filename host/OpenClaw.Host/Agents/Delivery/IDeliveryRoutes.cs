using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Delivery;

/// <summary>Finds where an answer goes that somebody wants delivered to a channel. A room above implements it.</summary>
internal interface IDeliveryRoutes
{
    /// <param name="to">The target, with or without the channel's prefix.</param>
    /// <param name="channel">The channel; the only one without it.</param>
    /// <param name="accountId">The account; the channel's default one without it.</param>
    /// <param name="threadId">The thread, if any.</param>
    /// <param name="problem">Why there is no route, for the caller.</param>
    ReplyRoute? RouteOf(string to, string? channel, string? accountId, string? threadId, out string? problem);
}
