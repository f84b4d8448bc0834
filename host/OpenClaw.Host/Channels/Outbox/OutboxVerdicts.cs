using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>Decides what becomes of a row after an attempt. The promise of the outbox is in here.</summary>
internal sealed class OutboxVerdicts(OutboxLimits limits)
{
    private const int MaxReason = 500;
    private const int MaxId = 512;
    private const int MaxIds = 100;

    /// <summary>The part was about to be handed over when the gateway began to stop.</summary>
    public static OutboxVerdict NotBegun { get; } = Wait(TimeSpan.Zero, OutboxCodes.Restarted, "the gateway stopped before the part was sent", counts: false);

    /// <param name="outcome">What the channel said; null when the account does not run.</param>
    /// <param name="kind">What put the message in.</param>
    /// <param name="attempts">Attempts for this part, this one included.</param>
    /// <param name="repeatable">Whether sending the part again shows it once.</param>
    public OutboxVerdict Of(SendOutcome? outcome, string kind, int attempts, bool repeatable) => outcome switch
    {
        SendAccepted sent => new()
        {
            State = OutboxState.Sent,
            MessageIds = [.. (sent.MoreMessageIds ?? []).Prepend(sent.MessageId).Take(MaxIds).Where(static id => id is { Length: > 0 and <= MaxId })],
            ChatId = sent.ChatId is { Length: <= MaxId } chat ? chat : null,
        },
        SendRefused refused => End(OutboxState.Failed, string.IsNullOrEmpty(refused.Code) ? "refused" : refused.Code, refused.Reason),
        // A client that waits can do something about it; an answer that nobody waits for goes out after the login.
        SendNotLinked unlinked when kind == OutboxKinds.Send => End(OutboxState.Failed, OutboxCodes.NotLinked, unlinked.Reason),
        SendNotLinked unlinked => Wait(limits.LoginDelay, OutboxCodes.NotLinked, unlinked.Reason, counts: false),
        SendRetryable later when attempts >= limits.Attempts => End(OutboxState.Failed, OutboxCodes.RetriesExhausted, later.Reason),
        SendRetryable later => Wait(Bounded(later.RetryAfter) ?? BackOff(attempts), OutboxCodes.Retrying, later.Reason),
        SendUnknown unknown when repeatable && attempts < limits.AttemptsWhenUnknown => Wait(BackOff(attempts), OutboxCodes.Retrying, unknown.Reason),
        SendUnknown unknown => End(OutboxState.Unknown, OutboxCodes.UnknownOutcome, unknown.Reason),
        _ => Wait(limits.FirstDelay, OutboxCodes.AccountDown, "the account does not run", counts: false),
    };

    private TimeSpan BackOff(int attempts)
    {
        var plain = limits.FirstDelay * Math.Pow(2, Math.Min(attempts - 1, 20));
        var bounded = plain < limits.LongestDelay ? plain : limits.LongestDelay;
#pragma warning disable CA5394 // Spreads retries; nothing depends on it being unpredictable.
        return bounded * (0.9 + (0.2 * Random.Shared.NextDouble()));
#pragma warning restore CA5394
    }

    private TimeSpan? Bounded(TimeSpan? asked) => asked switch
    {
        null => null,
        { } time when time < TimeSpan.Zero => TimeSpan.Zero,
        { } time => time < limits.LongestRetryAfter ? time : limits.LongestRetryAfter,
    };

    private static OutboxVerdict Wait(TimeSpan delay, string code, string reason, bool counts = true) =>
        new() { State = OutboxState.Queued, Delay = delay, Code = code, Reason = Cut(reason), Counts = counts };

    private static OutboxVerdict End(OutboxState state, string code, string reason) => new() { State = state, Code = Cut(code), Reason = Cut(reason) };

    private static string Cut(string? text) => text is null ? "" : text.Length > MaxReason ? text[..MaxReason] : text;
}
