using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Commands;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Handles one event. When it returns, the event is on disk or of no interest.</summary>
internal sealed partial class EventHandling(
    IChannelInbox inbox, InboundMapper messages, InteractionMapper interactions, ReactionMapper reactions, InteractionDesk desk, ReadMarks marks, UnreadableEvents unreadable, ILogger logger)
{
    private const string Created = "MESSAGE_CREATE";
    private const string Changed = "MESSAGE_UPDATE";
    private const string Interacted = "INTERACTION_CREATE";
    private const string Reacted = "MESSAGE_REACTION_ADD";
    private const string Unreacted = "MESSAGE_REACTION_REMOVE";

    public static bool IsOfInterest(string name) => name is Created or Changed or Interacted or Reacted or Unreacted;

    /// <returns>What has to be told to Discord at once, whatever waits; nothing for most events.</returns>
    public Func<CancellationToken, Task>? Acknowledging(GatewayEvent @event) =>
        @event.Name == Interacted && EventReader.Read(@event.Data, DiscordJson.Default.Interaction) is { } interaction
            ? desk.Begin(interaction)
            : null;

    public async Task HandleAsync(GatewayEvent @event, CancellationToken cancellationToken)
    {
        InboundMessage? message;
        try
        {
            message = await MapAsync(@event, cancellationToken);
        }
        catch (Exception error) when (error is not (ApiException or OperationCanceledException or OutOfMemoryException))
        {
            // Of a shape that nobody thought of: were it tried again, it would keep all behind it away.
            LogUnreadable(logger, @event.Name, error);
            await unreadable.KeepAsync(@event.Data, cancellationToken);
            return;
        }

        await TakeAsync(message, cancellationToken);
        if (@event.Name == Created && EventReader.Text(@event.Data, "channel_id") is { } channel && EventReader.Text(@event.Data, "id") is { } id)
            marks.Read(channel, EventReader.Text(@event.Data, "guild_id"), id);
    }

    /// <summary>Takes a message that was fetched.</summary>
    public async Task TakeAsync(Message message, CancellationToken cancellationToken)
    {
        InboundMessage? mapped = null;
        try
        {
            mapped = await messages.MapAsync(message, isChange: false, cancellationToken);
        }
        catch (Exception error) when (error is not (ApiException or OperationCanceledException or OutOfMemoryException))
        {
            // As above; it is still at Discord.
            LogUnreadable(logger, "fetched message", error);
        }

        await TakeAsync(mapped, cancellationToken);
        marks.Read(message.ChannelId, message.GuildId, message.Id);
    }

    private async ValueTask<InboundMessage?> MapAsync(GatewayEvent @event, CancellationToken cancellationToken) => @event.Name switch
    {
        Interacted => await interactions.MapAsync(Strictly(@event, DiscordJson.Default.Interaction), cancellationToken),
        Reacted => await reactions.MapAsync(Strictly(@event, DiscordJson.Default.ReactionEvent), isNew: true, @event.Key, cancellationToken),
        Unreacted => await reactions.MapAsync(Strictly(@event, DiscordJson.Default.ReactionEvent), isNew: false, @event.Key, cancellationToken),
        _ => await messages.MapAsync(Strictly(@event, DiscordJson.Default.Message), @event.Name == Changed, cancellationToken),
    };

    private static T Strictly<T>(GatewayEvent @event, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        @event.Data.Deserialize(type) ?? throw new JsonException("The event is empty.");

    private async ValueTask TakeAsync(InboundMessage? message, CancellationToken cancellationToken)
    {
        if (message is null)
            return;
        var receipt = await inbox.AcceptAsync(message, cancellationToken);
        if (receipt.Disposition == InboundDisposition.Refused)
            LogRefused(logger, message.MessageId, receipt.Reason);
    }

    [LoggerMessage(22, LogLevel.Warning, "An event of Discord ({Name}) cannot be read and is passed over.")]
    private static partial void LogUnreadable(ILogger logger, string name, Exception error);

    [LoggerMessage(23, LogLevel.Information, "Message {Id} of Discord is not taken: {Reason}")]
    private static partial void LogRefused(ILogger logger, string id, string? reason);
}
