using OpenClaw.Channels;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Diagnostics;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>
/// Sets messages aside that cannot be answered: they stay for a person to decide, and the sender is told once, in the same
/// transaction.
/// </summary>
internal sealed partial class DeadLetters(InboxStore store, ChatNotices notices, ILogger<DeadLetters> logger, ISecretRegistry? secrets = null)
{
    private const int MaxTold = 500;

    /// <param name="row">The message.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="told">What its sender is told; null where nobody may be told.</param>
    /// <param name="cancellationToken">Gives up before, never in the middle.</param>
    public async ValueTask KeepAsync(InboxRow row, string reason, string? told, CancellationToken cancellationToken)
    {
        // As with runs that fail: in a group only who was addressing the agent hears of it.
        if (told is not null && (row.Message.ChatKind == ChatKind.Direct || row.Message.Mentioned))
            await notices.SettleAsync(row, InboxState.Failed, reason, $"inbox:{row.Id}", TextOf(told), cancellationToken);
        else
            await store.SettleAsync(row, InboxState.Failed, reason, cancellationToken);
        LogKept(logger, row.Id, row.Account.ToString(), reason);
    }

    private string TextOf(string told)
    {
        var text = secrets?.Redact(told) ?? told;
        return $"⚠️ {(text.Length > MaxTold ? $"{text[..MaxTold]}…" : text)}";
    }

    [LoggerMessage(8613, LogLevel.Error,
        "Message {Id} of account {Account} was not answered and is kept: {Reason} Run: openclaw inbox retry {Id}, or: openclaw inbox drop {Id}.")]
    private static partial void LogKept(ILogger logger, long id, string account, string reason);
}
