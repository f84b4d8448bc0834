using OpenClaw.Channels;
using OpenClaw.Content;

namespace OpenClaw.Host.Channels.Outbox;

/// <summary>One call of a channel. This is the border to it: whatever it does, an outcome comes back in time.</summary>
internal sealed partial class OutboxAttempt(IChannelSender sender, OutboxLimits limits, TimeProvider time, ILogger<OutboxAttempt> logger)
{
    /// <param name="row">The row.</param>
    /// <param name="message">What to send.</param>
    /// <param name="draft">A message that the text takes the place of; sent anew where that cannot be.</param>
    /// <param name="poll">What can be chosen, where the text is the question of a poll.</param>
    /// <param name="abandon">Cancelled when the gateway cannot wait any longer.</param>
    public async Task<SendOutcome?> SendAsync(OutboxRow row, OutboundMessage message, string? draft, OutboundPoll? poll, CancellationToken abandon)
    {
        using var deadline = new CancellationTokenSource(limits.AttemptDeadline, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, abandon);
        try
        {
            var call = Task.Run(() => HandOverAsync(row, message, draft, poll, ended.Token), CancellationToken.None);
            return await WithinAsync(call, ended.Token);
        }
        catch (Exception error)
        {
            LogThrew(logger, row.Id, row.Channel, row.AccountId, error);
            return new SendUnknown(
                deadline.IsCancellationRequested ? $"the channel did not answer within {limits.AttemptDeadline.TotalSeconds:0} seconds"
                : abandon.IsCancellationRequested ? "the gateway stopped during the send"
                : $"the channel broke off: {error.GetType().Name}");
        }
    }

    private async Task<SendOutcome?> HandOverAsync(OutboxRow row, OutboundMessage message, string? draft, OutboundPoll? poll, CancellationToken cancellationToken)
    {
        if (poll is not null && message.Parts is [TextPart question])
            return await sender.PollAsync(row.Channel, row.AccountId, message.Chat, poll.Of(message, question.Text), cancellationToken);
        if (draft is null || message.Parts is not [TextPart])
            return await sender.SendAsync(row.Channel, row.AccountId, message, cancellationToken);
        var changed = await sender.EditAsync(row.Channel, row.AccountId, message.Chat, draft, message.Parts, cancellationToken);
        // Refused, the draft is gone or too old: nothing was shown of the answer.
        if (changed is not SendRefused)
            return changed;
        var outcome = await sender.SendAsync(row.Channel, row.AccountId, message, cancellationToken);
        if (outcome is SendAccepted)
            await RemoveAsync(row, message.Chat, draft, cancellationToken);
        return outcome;
    }

    // What stands of the draft is out of date by now.
    private async Task RemoveAsync(OutboxRow row, ChatAddress chat, string draft, CancellationToken cancellationToken)
    {
        try
        {
            await sender.DeleteAsync(row.Channel, row.AccountId, chat, draft, cancellationToken);
        }
        catch (Exception error)
        {
            // The answer was sent, whatever becomes of its draft.
            LogDraftStays(logger, row.Id, row.Channel, row.AccountId, error);
        }
    }

    // A channel that ignores the end of its time is left alone after a grace: its destination must not stand still for good.
    private async Task<SendOutcome?> WithinAsync(Task<SendOutcome?> call, CancellationToken ended)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = ended.Register(() => cancelled.TrySetResult());
        if (await Task.WhenAny(call, cancelled.Task) == call)
            return await call;
        _ = call.ContinueWith(
            static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return await call.WaitAsync(limits.AttemptGrace, time, CancellationToken.None);
    }

    [LoggerMessage(2551, LogLevel.Warning, "Sending message {Id} of the outbox through {Channel}/{Account} broke off; nobody knows whether it arrived.")]
    private static partial void LogThrew(ILogger logger, long id, string channel, string account, Exception error);

    [LoggerMessage(2568, LogLevel.Debug, "The draft of message {Id} could not be taken away through {Channel}/{Account}.")]
    private static partial void LogDraftStays(ILogger logger, long id, string channel, string account, Exception error);
}
