using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Gateway.Broadcast;

/// <summary>Whether a caller may see an event, subscriptions aside.</summary>
internal static class EventVisibility
{
    public static bool MaySee(RpcCaller caller, GatewayEvent gatewayEvent, EventEntry entry) =>
        entry.Since <= caller.Protocol
        && (gatewayEvent.RequiredCapability is not { } capability || caller.Capabilities.Contains(capability))
        && entry.IsVisibleTo(caller.Role, caller.Scopes)
        && gatewayEvent.IsFor?.Invoke(caller) is not false;
}
