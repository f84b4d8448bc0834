namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary>The <c>gateway</c> section. Port, bind and auth are already resolved against command line and environment.</summary>
internal sealed record GatewayConfig
{
    public const int DefaultPort = 18789;

    /// <summary>Null when the file does not say; the gateway then refuses to start.</summary>
    public GatewayMode? Mode { get; init; }

    public int Port { get; init; } = DefaultPort;

    public BindMode Bind { get; init; } = BindMode.Loopback;

    /// <summary>The address for <see cref="BindMode.Custom"/>.</summary>
    public string? CustomBindHost { get; init; }

    public GatewayAuthConfig Auth { get; init; } = new();

    /// <summary>Addresses or CIDR ranges whose forwarding headers are believed.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public bool AllowRealIpFallback { get; init; }

    public ControlUiConfig ControlUi { get; init; } = new();

    public GatewayHttpConfig Http { get; init; } = new();

    public ToolInvokeConfig Tools { get; init; } = new();

    public GatewayWebSocketConfig WebSocket { get; init; } = new();

    public GatewayQueueConfig Queue { get; init; } = new();

    public GatewayLimitsConfig Limits { get; init; } = new();

    public GatewayPersistenceConfig Persistence { get; init; } = new();

    public GatewayTlsConfig Tls { get; init; } = new();

    public GatewayReloadConfig Reload { get; init; } = new();

    public GatewayNodesConfig Nodes { get; init; } = new();

    public GatewayRemoteConfig Remote { get; init; } = new();

    /// <summary>False serves the Unix socket alone.</summary>
    public bool ListenTcp { get; init; } = true;

    /// <summary>Path of an additional Unix socket; null for none.</summary>
    public string? UnixSocket { get; init; }

    /// <summary>How long a stop waits for work under way.</summary>
    public TimeSpan ShutdownGracePeriod { get; init; } = TimeSpan.FromSeconds(30);
}
