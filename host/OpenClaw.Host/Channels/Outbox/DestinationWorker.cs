using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;
using OpenClaw.Host.Channels.Hooks;
using OpenClaw.Host.Channels.Outbox.Store;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>
/// Sends what waits for one destination, in order: part by part, row by row, until one of them has to wait. An attempt is on disk
/// before the channel hears of it, and what became of it is on disk before anything else is sent there.
/// </summary>
internal sealed partial class DestinationWorker(
    OutboxStore store, IChannelSender sender, OutboxAttempt attempt, OutboxVerdicts verdicts, OutboundSettings settings, OutboxNews news,
    OutboxMetrics metrics, OutboxLimits limits, TimeProvider time, ILogger<DestinationWorker> logger, MessageHooks? hooks = null, ChatMoves? moves = null)
{
    /// <param name="place">Whom to serve.</param>
    /// <param name="stopping">Cancelled when nothing more is to begin.</param>
    /// <param name="abandon">Cancelled when what goes on must end now.</param>
    public async Task RunAsync(OutboxPlace place, CancellationToken stopping, CancellationToken abandon)
    {
        for (var sent = 0; sent < limits.Turn && !stopping.IsCancellationRequested; sent++)
        {
            // Read anew each time: a row that was retried goes before those behind it.
            if (await store.NextAsync(place, stopping) is not { } id || !await HandleAsync(id, stopping, abandon))
                return;
        }
    }

    /// <summary>Sends one row. True when it has ended and the one behind it may go; false when the destination waits.</summary>
    private async Task<bool> HandleAsync(long id, CancellationToken stopping, CancellationToken abandon)
    {
        if (await store.LoadAsync(id, stopping) is not { Row.State: OutboxState.Queued } stored || sender.Find(stored.Row.Channel) is not { } channel)
            return false;
        var (delivery, stopped) = await PrepareAsync(stored, channel, stopping);
        if (stopped is not null)
            return Announced(await WriteAsync(stored.Row, () => store.RecordAsync(stored.Row, Stopped(stopped)), abandon));
        return delivery is null
            ? Announced(await WriteAsync(stored.Row, () => store.RecordAsync(stored.Row, Unreadable), abandon))
            : await DeliverAsync(stored.Row, delivery, channel.IdempotentSends, stopping, abandon);
    }

    private async Task<bool> DeliverAsync(
        OutboxRow queued, Delivery delivery, bool repeatable, CancellationToken stopping, CancellationToken abandon)
    {
        // Asked again at every failure of the disk: a write that was reported as failed may have arrived.
        var row = await WriteAsync(queued, () => store.AttemptAsync(queued, repeatable, delivery.Plan), abandon);
        while (row is { State: OutboxState.Attempting })
        {
            var attempted = row;
            var verdict = stopping.IsCancellationRequested
                ? OutboxVerdicts.NotBegun
                : await AttemptAsync(attempted, delivery, repeatable, abandon);
            row = await WriteAsync(attempted, () => store.RecordAsync(attempted, verdict), abandon);
        }

        if (!Announced(row))
            return false;
        // The platform says where it went: a group may have been given another id.
        if (moves is not null && row!.ChatId is { } sentTo && sentTo != delivery.Content.ChatId && !delivery.Content.ChatId.StartsWith('@'))
            await moves.MovedAsync(new AccountKey(row.Channel, row.AccountId), delivery.Content.ChatId, sentTo, abandon);
        if (row!.State == OutboxState.Sent && hooks is not null)
            await hooks.SentAsync(row, delivery.Content, abandon);
        return true;
    }

    private async Task<OutboxVerdict> AttemptAsync(OutboxRow row, Delivery delivery, bool repeatable, CancellationToken abandon)
    {
        var message = OutboundPlan.MessageOf(row.Key, delivery.Content, delivery.Plan, row.PartsSent);
        var draft = delivery.Content.DraftIds.ElementAtOrDefault(row.PartsSent);
        var outcome = await attempt.SendAsync(row, message, draft, delivery.Content.Poll, abandon);
        var verdict = verdicts.Of(outcome, row.Kind, row.Attempts, repeatable);
        metrics.Attempted(row.Channel, verdict.State);
        return verdict;
    }

    private bool Announced(OutboxRow? row)
    {
        if (row is not { HasEnded: true })
            return false;
        news.Ended(row);
        return true;
    }

    /// <summary>Hooks are asked once: what they made of the text is on disk with the parts it was cut into.</summary>
    private async ValueTask<(Delivery? Delivery, string? Stopped)> PrepareAsync(StoredMessageText stored, ChannelDescriptor channel, CancellationToken cancellationToken)
    {
        if (stored.Plan is not null || hooks is not { HasAny: true } || Read(stored) is not { } content)
            return (Prepare(stored, channel, changed: null), null);
        var (text, stopped) = await hooks.SendingAsync(stored.Row, content, cancellationToken);
        return stopped is null ? (Prepare(stored, channel, text), null) : (null, stopped);
    }

    private static OutboundContent? Read(StoredMessageText stored)
    {
        try
        {
            return stored.ReadContent();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Delivery? Prepare(StoredMessageText stored, ChannelDescriptor channel, string? changed)
    {
        try
        {
            var content = stored.ReadContent();
            content = changed is null ? content : content with { Text = changed };
            var plan = OutboundPlan.Read(stored.Plan)
                ?? OutboundPlan.Of(content, settings.TextLimit(channel, stored.Row.AccountId), channel.TextUnit, limits.MaxParts,
                    settings.CutsAtParagraphs(channel.Id, stored.Row.AccountId), settings.LineLimit(channel, stored.Row.AccountId));
            return plan.Count > stored.Row.PartsSent && (stored.Row.Parts == 0 || stored.Row.Parts == plan.Count) ? new Delivery(content, plan) : null;
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException)
        {
            LogUnreadable(logger, stored.Row.Id, error);
            return null;
        }
    }

    /// <summary>Tries until it is on disk: what happened to a message must not be forgotten because the disk was full for a while.</summary>
    private async Task<OutboxRow?> WriteAsync(OutboxRow row, Func<ValueTask<OutboxRow?>> write, CancellationToken abandon)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await write();
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
            catch (Exception error) when (error is Host.Storage.StorageException or SqliteException)
            {
                if (failures == 0)
                    LogNotWritten(logger, row.Id, error);
                await Task.Delay(limits.WriteDelay, time, abandon);
            }
        }
    }

    private static OutboxVerdict Stopped(string reason) => new()
    {
        State = OutboxState.Failed,
        Code = MessageHooks.StoppedCode,
        Reason = reason,
    };

    private static OutboxVerdict Unreadable => new()
    {
        State = OutboxState.Failed,
        Code = OutboxCodes.Unreadable,
        Reason = "what was to be sent cannot be read from the database",
    };

    [LoggerMessage(2555, LogLevel.Error, "Message {Id} of the outbox cannot be read and is not sent.")]
    private static partial void LogUnreadable(ILogger logger, long id, Exception error);

    [LoggerMessage(2556, LogLevel.Error, "What became of message {Id} of the outbox cannot be written down yet; its destination waits until it can.")]
    private static partial void LogNotWritten(ILogger logger, long id, Exception error);

    private sealed record Delivery(OutboundContent Content, IReadOnlyList<OutboundPart> Plan);
}
