using System.Collections.Frozen;

namespace OpenClaw.Protocol;

/// <summary>Values of <c>client.id</c> in a connect request.</summary>
public static class ClientIds
{
    /// <summary>The command line.</summary>
    public const string Cli = "cli";

    /// <summary>A program calling the gateway.</summary>
    public const string GatewayClient = "gateway-client";

    /// <summary>The browser control panel.</summary>
    public const string ControlUi = "openclaw-control-ui";

    /// <summary>The browser chat.</summary>
    public const string WebChat = "webchat";

    /// <summary>The older browser chat page.</summary>
    public const string WebChatUi = "webchat-ui";

    /// <summary>The browser extension.</summary>
    public const string BrowserCopilot = "openclaw-browser-copilot";

    /// <summary>The terminal chat.</summary>
    public const string Tui = "openclaw-tui";

    /// <summary>The macOS application.</summary>
    public const string MacOs = "openclaw-macos";

    /// <summary>The Linux application.</summary>
    public const string Linux = "openclaw-linux";

    /// <summary>The iOS application.</summary>
    public const string Ios = "openclaw-ios";

    /// <summary>The watch application.</summary>
    public const string WatchOs = "openclaw-watchos";

    /// <summary>The Android application.</summary>
    public const string Android = "openclaw-android";

    /// <summary>A host of node commands.</summary>
    public const string NodeHost = "node-host";

    /// <summary>A worker process.</summary>
    public const string Worker = "openclaw-worker";

    /// <summary>A test program.</summary>
    public const string Test = "test";

    /// <summary>A version scanner.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>A reachability probe.</summary>
    public const string Probe = "openclaw-probe";

    /// <summary>Every accepted id.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        WebChatUi, ControlUi, BrowserCopilot, Tui, WebChat, Cli, GatewayClient, MacOs, Linux, Ios, WatchOs, Android,
        NodeHost, Worker, Test, Fingerprint, Probe);
}
