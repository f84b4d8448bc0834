namespace OpenClaw.Host.Channels.Outbox;

/// <summary>What put a message into the outbox.</summary>
internal static class OutboxKinds
{
    /// <summary>A client with <c>send</c>: it waits for the receipt and hears about a missing login at once.</summary>
    public const string Send = "send";

    /// <summary>The gateway itself: a pairing code, or that something was stopped.</summary>
    public const string Notice = "notice";

    /// <summary>The end of a run.</summary>
    public const string Reply = "reply";
}
