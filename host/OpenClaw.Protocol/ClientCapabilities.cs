namespace OpenClaw.Protocol;

/// <summary>Values of <c>caps</c> that change what an operator's socket receives.</summary>
public static class ClientCapabilities
{
    /// <summary>Wants the tool stream of runs.</summary>
    public const string ToolEvents = "tool-events";

    /// <summary>Wants run events only of sessions it subscribed to.</summary>
    public const string SessionScopedEvents = "session-scoped-events";

    /// <summary>Accepts a pushed model catalog.</summary>
    public const string ModelCatalogSnapshot = "model-catalog-snapshot";

    /// <summary>Wants to hear after a lost connection what it missed; hello then names an epoch.</summary>
    public const string EventResume = "event-resume";
}
