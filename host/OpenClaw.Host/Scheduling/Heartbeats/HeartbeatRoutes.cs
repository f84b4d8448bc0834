using System.Text.Json;
using OpenClaw.Channels;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Scheduling.Heartbeats;

/// <summary>Finds the chat that hears what an agent says of its own accord.</summary>
internal sealed class HeartbeatRoutes(SessionRoutes sessions, IConfigSource configuration, IDeliveryRoutes? routes = null)
{
    private const int MostOwners = 20;

    public async ValueTask<HeartbeatTarget> OfAsync(HeartbeatConfig settings, string sessionKey, CancellationToken cancellationToken)
    {
        if (settings.Target == HeartbeatConfig.ToNobody)
            return HeartbeatTarget.Nobody;
        var route = settings.Target switch
        {
            HeartbeatConfig.ToLast => await sessions.OfAsync(sessionKey, cancellationToken),
            HeartbeatConfig.ToOwner => OfOwner(settings.AccountId),
            var channel => await OfChannelAsync(channel, settings, sessionKey, cancellationToken),
        };
        if (route is null)
            return new HeartbeatTarget(null, IsLost: true);
        return settings.BlocksDirect && route.ChatKind == ChatKind.Direct
            ? HeartbeatTarget.Nobody
            : new HeartbeatTarget(route with { TellsFailures = false }, IsLost: false);
    }

    private async ValueTask<ReplyRoute?> OfChannelAsync(
        string channel, HeartbeatConfig settings, string sessionKey, CancellationToken cancellationToken)
    {
        if (settings.To is { } to)
            return routes?.RouteOf(to, channel, settings.AccountId, threadId: null, out _);
        return await sessions.OfAsync(sessionKey, cancellationToken) is { } last && last.Channel == channel ? last : null;
    }

    /// <summary>The first owner that can be reached.</summary>
    public ReplyRoute? OfOwner(string? accountId)
    {
        var config = configuration.Current.Raw;
        if (routes is null
            || config.ValueKind != JsonValueKind.Object
            || !config.TryGetProperty("commands", out var commands) || commands.ValueKind != JsonValueKind.Object
            || !commands.TryGetProperty("ownerAllowFrom", out var owners) || owners.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var owner in owners.EnumerateArray().Take(MostOwners))
        {
            // One without its channel could be anybody's id, and the asterisk is everybody.
            if (owner.ValueKind == JsonValueKind.String
                && owner.GetString()!.Contains(':', StringComparison.Ordinal)
                && routes.RouteOf(owner.GetString()!, channel: null, accountId, threadId: null, out _) is { } route)
            {
                return route;
            }
        }

        return null;
    }
}
