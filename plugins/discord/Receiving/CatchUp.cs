using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>
/// Reads what was written while no session stood: a new one tells nothing of it. The chats that were written in last, a hundred messages of
/// each, none older than a day; what is older than that nobody waits for any more.
/// </summary>
internal sealed partial class CatchUp(MessageApi messages, DiscordApi api, ReadMarks marks, TimeProvider time, ILogger logger)
{
    private const int MostPlaces = 50;
    private const int MostMessages = 100;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Member?> _members = [];

    /// <summary>Takes each message, oldest first.</summary>
    public Func<Message, CancellationToken, Task>? Take { get; set; }

    /// <summary>What is to be read, by chat.</summary>
    public IEnumerable<(string Channel, Func<CancellationToken, Task> Work)> Plan(ShardId shard) => marks.All()
        .Where(one => Sending.Destination.IsId(one.Key) && ShardOf(one.Value.GuildId, shard.Count) == shard.Number)
        .OrderByDescending(static one => ReadMarks.Number(one.Value.MessageId))
        .Take(MostPlaces)
        .Select(one => (one.Key, (Func<CancellationToken, Task>)(token => ReadAsync(one.Key, one.Value, token))));

    private static int ShardOf(string? guildId, int count) => guildId is null ? 0 : (int)((ReadMarks.Number(guildId) >> 22) % (ulong)count);

    private async Task ReadAsync(string channel, SeenPlace seen, CancellationToken cancellationToken)
    {
        try
        {
            var list = await messages.ReadAsync(channel, $"limit={MostMessages}&after={seen.MessageId}", cancellationToken);
            if (list.ValueKind != JsonValueKind.Array)
                return;
            var missed = list.EnumerateArray().Select(static one => EventReader.Read(one, DiscordJson.Default.Message)).OfType<Message>()
                .Where(message => ReadMarks.IsAfter(message.Id, seen.MessageId) && message.Timestamp > time.GetUtcNow() - Oldest)
                .OrderBy(static message => ReadMarks.Number(message.Id)).ToList();
            foreach (var message in missed)
                await Take!(await WholeAsync(message with { ChannelId = channel, GuildId = seen.GuildId }, cancellationToken), cancellationToken);
            if (missed.Count > 0)
                LogRead(logger, missed.Count);
        }
        catch (Exception error) when (error is ApiException or IOException or PluginStoppedException or OperationCanceledException)
        {
            // Live messages of the chat wait behind this; they matter more.
            LogNotRead(logger, error.Message);
        }
    }

    // Messages that are fetched say nothing of their author's roles, by which people may be let in.
    private async Task<Message> WholeAsync(Message message, CancellationToken cancellationToken)
    {
        if (message is not { GuildId: { } guild, Author: { Bot: false } author } || message.WebhookId is not null)
            return message;
        var key = $"{guild} {author.Id}";
        Member? member;
        lock (_members)
        {
            if (_members.TryGetValue(key, out member))
                return message with { Member = member };
        }

        try
        {
            member = await api.GetMemberAsync(guild, author.Id, cancellationToken);
        }
        catch (ApiException error) when (error.Fault == ApiFault.Refused)
        {
            member = null;
        }

        lock (_members)
        {
            if (_members.Count < 1_000)
                _members[key] = member;
        }

        return message with { Member = member };
    }

    [LoggerMessage(24, LogLevel.Information, "{Count} messages of a chat were read that came while no session stood.")]
    private static partial void LogRead(ILogger logger, int count);

    [LoggerMessage(25, LogLevel.Warning, "What was written in a chat while no session stood could not be read: {Reason}")]
    private static partial void LogNotRead(ILogger logger, string reason);
}
