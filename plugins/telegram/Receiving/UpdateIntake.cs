using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Takes one event to the gateway's inbox. When it returns, the event is on disk or of no interest, and may be confirmed.</summary>
internal sealed partial class UpdateIntake(InboundMapper mapper, UnreadableUpdates unreadable, Bot bot, ILogger logger)
{
    public async Task TakeAsync(IChannelInbox inbox, ReceivedUpdate update, CancellationToken cancellationToken)
    {
        if (update.Content is not { } content || !CanMap(() => mapper.Map(content), out var message))
        {
            LogUnreadable(logger, update.Id);
            await unreadable.KeepAsync(update, cancellationToken);
            return;
        }

        if (message is not null)
            await AcceptAsync(inbox, message, cancellationToken);
        if (content.CallbackQuery is { } press)
            await AnswerAsync(press, cancellationToken);
    }

    private bool CanMap(Func<InboundMessage?> map, out InboundMessage? message)
    {
        try
        {
            message = map();
            return true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Of a shape that nobody thought of: were it thrown, the same event would come back for ever and keep all others away.
            LogNotMapped(logger, error);
            message = null;
            return false;
        }
    }

    /// <summary>Takes the pictures and files that were sent as one.</summary>
    public async Task TakeAlbumAsync(IChannelInbox inbox, IReadOnlyList<ReceivedUpdate> album, CancellationToken cancellationToken)
    {
        if (!CanMap(() => mapper.Map([.. album.Select(static one => (one.Content!.Message ?? one.Content.ChannelPost)!)]), out var message))
        {
            foreach (var one in album)
            {
                LogUnreadable(logger, one.Id);
                await unreadable.KeepAsync(one, cancellationToken);
            }
        }

        if (message is not null)
            await AcceptAsync(inbox, message, cancellationToken);
    }

    private async Task AcceptAsync(IChannelInbox inbox, InboundMessage message, CancellationToken cancellationToken)
    {
        var receipt = await inbox.AcceptAsync(message, cancellationToken);
        if (receipt.Disposition == InboundDisposition.Refused)
            LogRefused(logger, message.EventId ?? message.MessageId, receipt.Reason);
    }

    // Until it is answered the button shows a clock; that it is may fail without harm.
    private async Task AnswerAsync(CallbackQuery press, CancellationToken cancellationToken)
    {
        try
        {
            await bot.AnswerCallbackAsync(press.Id, cancellationToken);
        }
        catch (ApiException error)
        {
            LogNotAnswered(logger, error.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Event {Id} of Telegram cannot be read; it is kept in the folder unreadable of the plugin's storage.")]
    private static partial void LogUnreadable(ILogger logger, long id);

    [LoggerMessage(4, LogLevel.Debug, "An event of Telegram has an unknown shape.")]
    private static partial void LogNotMapped(ILogger logger, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "Message {Id} was not taken: {Reason}")]
    private static partial void LogRefused(ILogger logger, string id, string? reason);

    [LoggerMessage(3, LogLevel.Debug, "The press of a button could not be answered: {Reason}")]
    private static partial void LogNotAnswered(ILogger logger, string reason);
}
