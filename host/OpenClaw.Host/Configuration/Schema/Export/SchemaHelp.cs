using System.Collections.Frozen;

namespace OpenClaw.Host.Configuration.Schema.Export;

/// <summary>What a form says of keys whose name does not say it all.</summary>
internal static class SchemaHelp
{
    private static readonly FrozenDictionary<string, string> Texts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gateway.limits"] = "What strangers, clients and repeated calls may take up. Takes effect with the next start.",
        ["gateway.limits.maxConnections"] = "Sockets in all.",
        ["gateway.limits.maxUnauthenticated"] = "Sockets that have not said who they are.",
        ["gateway.limits.maxUnauthenticatedPerAddress"] = "Sockets of one address that have not said who they are; further ones get HTTP 503.",
        ["gateway.limits.maxHandshakeFrameBytes"] = "The longest message before hello; a longer one closes 1009.",
        ["gateway.limits.maxUnreadBytes"] = "What one socket may have sent ahead, also behind its connect request, before it has to wait.",
        ["gateway.limits.maxConcurrentRequests"] = "Requests of one connection that run at the same time.",
        ["gateway.limits.maxQueuedRequests"] = "Requests of one connection that wait; further ones are told that the server is busy.",
        ["gateway.limits.writes.max"] = "Changes to the gateway itself, per method and caller, within the window.",
        ["gateway.limits.writes.windowMs"] = "Length of that window in milliseconds.",
        ["gateway.limits.idempotency.maxKeys"] = "Finished calls of tools, and of nodes, whose idempotency key is remembered.",
        ["gateway.limits.idempotency.lifetimeMs"] = "How long they are remembered, in milliseconds.",
        ["gateway.limits.resume.windowMs"] = "How long a client that lost its connection can come back for what it missed, in milliseconds.",
        ["gateway.limits.resume.maxClients"] = "Clients that are awaited like that.",
        ["gateway.limits.resume.maxEventsPerClient"] = "The latest events of one of them that can be sent again.",
        ["gateway.limits.resume.maxEvents"] = "Events that are kept for all of them together.",
        ["gateway.limits.resume.maxBytes"] = "What those events may take.",
        ["gateway.auth.allowTailscale"] = "Lets people of the tailnet in without the token, once tailscale whois confirms them. On by itself with tailscale.mode serve.",
        ["gateway.auth.identityScopes"] = "The most a person gets whom Tailscale or the trusted proxy names.",
        ["gateway.auth.trustedProxy.deviceAutoApprove.enabled"] = "Approves devices of people the proxy names without the owner.",
        ["gateway.auth.trustedProxy.deviceAutoApprove.scopes"] = "The most such a device is approved for.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? For(string path) => Texts.GetValueOrDefault(path);
}
