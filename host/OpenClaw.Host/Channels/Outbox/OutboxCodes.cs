namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Stable codes that say why a row is where it is. Channels add codes of their own for what they refuse.</summary>
internal static class OutboxCodes
{
    public const string AccountDown = "account_down";
    public const string NotLinked = "not_linked";
    public const string Retrying = "retrying";
    public const string RetriesExhausted = "retries_exhausted";
    public const string UnknownOutcome = "unknown_outcome";
    public const string Restarted = "restarted";
    public const string Expired = "expired";
    public const string Unreadable = "unreadable";
}
