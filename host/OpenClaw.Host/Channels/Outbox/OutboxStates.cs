using System.Collections.Frozen;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>The states as the wire and the command line spell them.</summary>
internal static class OutboxStates
{
    public const string Queued = "queued";
    public const string Attempting = "attempting";
    public const string Sent = "sent";
    public const string Failed = "failed";
    public const string Expired = "expired";
    public const string Unknown = "unknown";
    public const string Dropped = "dropped";

    private static readonly FrozenDictionary<string, OutboxState> ByName = new Dictionary<string, OutboxState>
    {
        [Queued] = OutboxState.Queued,
        [Attempting] = OutboxState.Attempting,
        [Sent] = OutboxState.Sent,
        [Failed] = OutboxState.Failed,
        [Expired] = OutboxState.Expired,
        [Unknown] = OutboxState.Unknown,
        [Dropped] = OutboxState.Dropped,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static OutboxState Parse(string name) => ByName[name];

    public static string NameOf(OutboxState state) => state switch
    {
        OutboxState.Queued => Queued,
        OutboxState.Attempting => Attempting,
        OutboxState.Sent => Sent,
        OutboxState.Failed => Failed,
        OutboxState.Expired => Expired,
        OutboxState.Unknown => Unknown,
        _ => Dropped,
    };

    /// <summary>Ended without success: kept until a person decides, or until it is old.</summary>
    public static bool IsDead(OutboxState state) => state is OutboxState.Failed or OutboxState.Expired or OutboxState.Unknown;
}
