using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;


namespace OpenClaw.Host.Configuration.Binding;

internal static class GatewayBinder
{
    public static GatewayConfig Bind(SectionReader section)
    {
        var defaults = new GatewayConfig();
        return new GatewayConfig
        {
            Mode = section.Choice<GatewayMode>("mode"),
            Port = section.Integer("port") ?? defaults.Port,
            Bind = section.Choice<BindMode>("bind") ?? defaults.Bind,
            CustomBindHost = section.Text("customBindHost"),
            Auth = BindAuth(section.Section("auth"), servesTailnet: section.Section("tailscale").Text("mode") == "serve"),
            TrustedProxies = section.Texts("trustedProxies") ?? defaults.TrustedProxies,
            AllowRealIpFallback = section.Flag("allowRealIpFallback") ?? defaults.AllowRealIpFallback,
            ControlUi = BindControlUi(section.Section("controlUi")),
            Http = BindHttp(section.Section("http")),
            Tools = BindTools(section.Section("tools")),
            WebSocket = BindWebSocket(section.Section("websocket")),
            Queue = BindQueue(section.Section("queue")),
            Limits = GatewayLimitsBinder.Bind(section.Section("limits")),
            Persistence = BindPersistence(section.Section("persistence")),
            Tls = BindTls(section.Section("tls")),
            Reload = BindReload(section.Section("reload")),
            Nodes = BindNodes(section.Section("nodes")),
            Remote = BindRemote(section.Section("remote")),
            ListenTcp = section.Section("listen").Flag("tcp") ?? defaults.ListenTcp,
            UnixSocket = section.Section("listen").Path("unixSocket"),
            ShutdownGracePeriod = section.Section("shutdown").Milliseconds("gracePeriodMs") ?? defaults.ShutdownGracePeriod,
        };
    }

    private static GatewayAuthConfig BindAuth(SectionReader section, bool servesTailnet)
    {
        var limit = section.Section("rateLimit");
        var proxy = section.Section("trustedProxy");
        var limitDefaults = new AuthRateLimitConfig();
        var proxyDefaults = new TrustedProxyAuthConfig();
        return new GatewayAuthConfig
        {
            Mode = section.Choice<GatewayAuthMode>("mode") ?? GatewayAuthMode.Token,
            ModeIsExplicit = section.Has("mode"),
            Token = section.Secret("token"),
            Password = section.Secret("password"),
            AllowTailscale = section.Flag("allowTailscale") ?? servesTailnet,
            IdentityScopes = BindIdentityScopes(section.Section("identityScopes")),
            RateLimit = new AuthRateLimitConfig
            {
                MaxAttempts = limit.Integer("maxAttempts") ?? limitDefaults.MaxAttempts,
                Window = limit.Milliseconds("windowMs") ?? limitDefaults.Window,
                Lockout = limit.Milliseconds("lockoutMs") ?? limitDefaults.Lockout,
                ExemptLoopback = limit.Flag("exemptLoopback") ?? limitDefaults.ExemptLoopback,
            },
            TrustedProxy = new TrustedProxyAuthConfig
            {
                UserHeader = proxy.Text("userHeader"),
                RequiredHeaders = proxy.Texts("requiredHeaders") ?? proxyDefaults.RequiredHeaders,
                AllowUsers = proxy.Texts("allowUsers") ?? proxyDefaults.AllowUsers,
                AllowLoopback = proxy.Flag("allowLoopback") ?? proxyDefaults.AllowLoopback,
                DeviceAutoApprove = proxy.Section("deviceAutoApprove").Flag("enabled") ?? proxyDefaults.DeviceAutoApprove,
                DeviceAutoApproveScopes = proxy.Section("deviceAutoApprove").Texts("scopes") ?? proxyDefaults.DeviceAutoApproveScopes,
            },
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> BindIdentityScopes(SectionReader section) =>
        section.Names.ToDictionary(static name => name, name => section.Texts(name) ?? [], StringComparer.Ordinal);

    private static ControlUiConfig BindControlUi(SectionReader section)
    {
        var defaults = new ControlUiConfig();
        return new ControlUiConfig
        {
            Enabled = section.Flag("enabled") ?? defaults.Enabled,
            BasePath = section.Text("basePath") ?? defaults.BasePath,
            Root = section.Path("root"),
            AllowedOrigins = section.Texts("allowedOrigins") ?? defaults.AllowedOrigins,
            AllowInsecureAuth = section.Flag("allowInsecureAuth") ?? defaults.AllowInsecureAuth,
        };
    }

    private static GatewayHttpConfig BindHttp(SectionReader section)
    {
        var defaults = new GatewayHttpConfig();
        var responses = section.Section("endpoints").Section("responses");
        return new GatewayHttpConfig
        {
            ChatCompletionsEnabled = section.Section("endpoints").Section("chatCompletions").Flag("enabled") ?? defaults.ChatCompletionsEnabled,
            ResponsesEnabled = responses.Flag("enabled") ?? defaults.ResponsesEnabled,
            ResponsesMaxBodyBytes = responses.Size("maxBodyBytes") ?? defaults.ResponsesMaxBodyBytes,
            ResponsesMaxUrlParts = responses.Integer("maxUrlParts") ?? defaults.ResponsesMaxUrlParts,
            StrictTransportSecurity = section.Section("securityHeaders").Text("strictTransportSecurity"),
        };
    }

    private static ToolInvokeConfig BindTools(SectionReader section) => new()
    {
        Allow = section.Texts("allow") ?? [],
        Deny = section.Texts("deny") ?? [],
    };

    private static GatewayWebSocketConfig BindWebSocket(SectionReader section)
    {
        var defaults = new GatewayWebSocketConfig();
        var compression = section.Section("compression");
        return new GatewayWebSocketConfig
        {
            PingInterval = section.Milliseconds("pingIntervalMs") ?? defaults.PingInterval,
            PingTimeout = section.Milliseconds("pingTimeoutMs") ?? defaults.PingTimeout,
            HandshakeTimeout = section.Milliseconds("handshakeTimeoutMs") ?? defaults.HandshakeTimeout,
            IdleTimeout = section.Milliseconds("idleTimeoutMs"),
            CompressionEnabled = compression.Flag("enabled") ?? defaults.CompressionEnabled,
            CompressionLevel = compression.Integer("level") ?? defaults.CompressionLevel,
        };
    }

    private static GatewayQueueConfig BindQueue(SectionReader section)
    {
        var defaults = new GatewayQueueConfig();
        return new GatewayQueueConfig
        {
            MaxSize = section.Integer("maxSize") ?? defaults.MaxSize,
            Workers = section.Integer("workers") ?? defaults.Workers,
            BatchSize = section.Integer("batchSize") ?? defaults.BatchSize,
            MessageTimeout = section.Milliseconds("messageTimeoutMs") ?? defaults.MessageTimeout,
        };
    }

    private static GatewayPersistenceConfig BindPersistence(SectionReader section)
    {
        var defaults = new GatewayPersistenceConfig();
        return new GatewayPersistenceConfig
        {
            Enabled = section.Flag("enabled") ?? defaults.Enabled,
            Storage = section.Text("storage") ?? defaults.Storage,
            Path = section.Path("path"),
            RetentionDays = section.Integer("retentionDays") ?? defaults.RetentionDays,
        };
    }

    private static GatewayTlsConfig BindTls(SectionReader section) => new()
    {
        Enabled = section.Flag("enabled") ?? false,
        AutoGenerate = section.Flag("autoGenerate") ?? true,
        CertPath = section.Path("certPath"),
        KeyPath = section.Path("keyPath"),
        CaPath = section.Path("caPath"),
    };

    private static GatewayReloadConfig BindReload(SectionReader section)
    {
        var defaults = new GatewayReloadConfig();
        return new GatewayReloadConfig
        {
            Mode = section.Choice<ReloadMode>("mode") ?? defaults.Mode,
            Debounce = section.Milliseconds("debounceMs") ?? defaults.Debounce,
            DeferralTimeout = section.Milliseconds("deferralTimeoutMs") ?? defaults.DeferralTimeout,
        };
    }

    private static GatewayNodesConfig BindNodes(SectionReader section)
    {
        var defaults = new GatewayNodesConfig();
        var pairing = section.Section("pairing");
        var commands = section.Section("commands");
        return new GatewayNodesConfig
        {
            AutoApproveLocal = pairing.Flag("autoApproveLocal") ?? defaults.AutoApproveLocal,
            AutoApproveCidrs = pairing.Texts("autoApproveCidrs") ?? defaults.AutoApproveCidrs,
            AllowCommands = commands.Texts("allow") ?? defaults.AllowCommands,
            DenyCommands = commands.Texts("deny") ?? defaults.DenyCommands,
        };
    }

    private static GatewayRemoteConfig BindRemote(SectionReader section) => new()
    {
        Url = section.Text("url"),
        Token = section.Secret("token"),
        Password = section.Secret("password"),
        TlsFingerprint = section.Text("tlsFingerprint"),
    };
}
