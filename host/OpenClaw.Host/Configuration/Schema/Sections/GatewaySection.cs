using OpenClaw.Host.Configuration.Model.Gateway;

using static OpenClaw.Host.Configuration.Schema.Shape;

namespace OpenClaw.Host.Configuration.Schema.Sections;

/// <summary>The keys of <c>gateway</c>.</summary>
internal static class GatewaySection
{
    private const long MaxTimerMilliseconds = int.MaxValue;

    private static readonly SchemaNode Milliseconds = Integer(0, MaxTimerMilliseconds);

    private static readonly SchemaNode PositiveMilliseconds = Integer(1, MaxTimerMilliseconds);

    public static ObjectSchema Create() => Object(
        ("mode", OneOf<GatewayMode>()),
        ("port", Integer(1, 65_535)),
        ("bind", OneOf("auto", "lan", "loopback", "custom", "tailnet")),
        ("customBindHost", FormattedText(static text => System.Net.IPAddress.TryParse(text, out _), "Write an IPv4 or IPv6 address.")),
        ("publicOrigin", Text),
        ("auth", Auth()),
        ("roles", Open),
        ("trustedProxies", List(FormattedText(IsAddressOrNetwork, "Write an address or a range such as \"10.0.0.0/8\"."))),
        ("allowRealIpFallback", Flag),
        ("tools", Object(("allow", Texts), ("deny", Texts))),
        ("tailscale", Object(("mode", OneOf("off", "serve", "funnel")), ("resetOnExit", Flag), ("preserveFunnel", Flag))),
        ("remote", Remote()),
        ("reload", Object(("mode", OneOf<ReloadMode>()), ("debounceMs", Milliseconds), ("deferralTimeoutMs", Milliseconds))),
        ("tls", Object(("enabled", Flag), ("autoGenerate", Flag), ("certPath", Text), ("keyPath", Text), ("caPath", Text))),
        ("controlUi", ControlUi()),
        ("http", Http()),
        ("nodes", Nodes()),
        ("terminal", Object(("enabled", Flag), ("shell", Text), ("detachedSessionTimeoutSeconds", Integer()))),
        ("portals", Open),
        ("push", Open),
        ("cliAgents", Open),
        ("websocket", WebSocket()),
        ("queue", Object(("maxSize", Integer(1, 1_000_000)), ("workers", Integer(0, 1024)), ("batchSize", Integer(1, 10_000)),
            ("messageTimeoutMs", PositiveMilliseconds))),
        ("limits", Limits()),
        ("persistence", Object(("enabled", Flag), ("storage", Text), ("path", Text), ("retentionDays", Integer(0, 36_500)))),
        ("listen", Object(("unixSocket", Text), ("tcp", Flag))),
        ("shutdown", Object(("gracePeriodMs", Milliseconds))));

    private static ObjectSchema Auth() => Object(
        ("mode", OneOf<GatewayAuthMode>()),
        ("token", Credential),
        ("password", Credential),
        ("allowTailscale", Flag),
        ("rateLimit", Object(("maxAttempts", Integer(1)), ("windowMs", PositiveMilliseconds), ("lockoutMs", Milliseconds), ("exemptLoopback", Flag))),
        ("identityScopes", Map(Texts)),
        ("trustedProxy", Object(("userHeader", Text), ("requiredHeaders", Texts), ("allowUsers", Texts), ("allowLoopback", Flag),
            ("deviceAutoApprove", Object(("enabled", Flag), ("scopes", Texts))))));

    private static ObjectSchema Remote() => Object(
        ("url", Text), ("transport", OneOf("ssh", "direct")), ("remotePort", Integer(1, 65_535)), ("token", Credential), ("password", Credential),
        ("tlsFingerprint", Text), ("tls", Object(("verify", Flag), ("caPath", Text))), ("sshTarget", Text), ("sshIdentity", Text),
        ("sshHostKeyPolicy", Text), ("edgeAuth", Open));

    private static ObjectSchema ControlUi() => Object(
        ("enabled", Flag), ("basePath", Text), ("root", Text), ("allowedOrigins", Texts), ("allowInsecureAuth", Flag),
        ("dangerouslyDisableDeviceAuth", Flag), ("dangerouslyAllowHostHeaderOriginFallback", Flag));

    private static ObjectSchema Http() => Object(
        ("endpoints", Object(
            ("chatCompletions", Object(("enabled", Flag), ("images", Open))),
            ("responses", Object(("enabled", Flag), ("maxBodyBytes", Integer(1, 1L << 32)), ("maxUrlParts", Integer()), ("files", Open), ("images", Open))))),
        ("securityHeaders", Object(("strictTransportSecurity", Either("Write the header's value, or false.", Text, Flag)))));

    private static ObjectSchema Nodes() => Object(
        ("pairing", Object(("autoApproveLocal", Flag), ("autoApproveCidrs", Texts), ("sshVerify", Flag))),
        ("commands", Object(("allow", Texts), ("deny", Texts))),
        ("browser", Object(("mode", OneOf("auto", "manual", "off")), ("node", Text))),
        ("pluginTools", Open));

    private static ObjectSchema WebSocket() => Object(
        ("pingIntervalMs", PositiveMilliseconds), ("pingTimeoutMs", PositiveMilliseconds), ("handshakeTimeoutMs", PositiveMilliseconds),
        ("idleTimeoutMs", PositiveMilliseconds), ("compression", Object(("enabled", Flag), ("level", Integer(1, 9)))));

    private static ObjectSchema Limits() => Object(
        ("maxConnections", Integer(1, 100_000)),
        ("maxUnauthenticated", Integer(1, 100_000)),
        ("maxUnauthenticatedPerAddress", Integer(1, 10_000)),
        ("maxHandshakeFrameBytes", Integer(4_096, 1_048_576)),
        ("maxUnreadBytes", Integer(65_536, 16_777_216)),
        ("maxConcurrentRequests", Integer(1, 1_024)),
        ("maxQueuedRequests", Integer(0, 10_000)),
        ("writes", Object(("max", Integer(1, 10_000)), ("windowMs", Integer(1_000, 3_600_000)))),
        ("idempotency", Object(("maxKeys", Integer(1, 100_000)), ("lifetimeMs", Integer(1_000, 86_400_000)))),
        ("resume", Object(("windowMs", Integer(0, 3_600_000)), ("maxClients", Integer(0, 10_000)), ("maxEventsPerClient", Integer(1, 65_536)),
            ("maxEvents", Integer(1, 1_000_000)), ("maxBytes", Integer(1_024, 1 << 30)))));

    private static bool IsAddressOrNetwork(string text) =>
        System.Net.IPAddress.TryParse(text, out _) || System.Net.IPNetwork.TryParse(text, out _);
}
