using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.State;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>
/// Reads what was written while no session stood: a new one tells nothing of it. The chats that were written in last, five hundred messages of
/// each, none older than a day; what is older than that nobody waits for any more.
/// </summary>
internal sealed partial class CatchUp(MessageApi messages, DiscordApi api, ReadMarks marks, TimeProvider time, ILogger logger)
{
    private const int MostPlaces = 50;
    private const int MostMessages = 100;
    private const int MostPages = 5;
    private const int MostMembers = 1_000;
    private const long Epoch = 1_420_070_400_000;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(1);

    /// <summary>Takes each message, oldest first.</summary>
    public Func<Message, CancellationToken, Task>? Take { get; set; }

    /// <summary>What is to be read, by chat. Work that fails goes on where it was when it is done again.</summary>
    public IEnumerable<(string Channel, Func<CancellationToken, Task> Work)> Plan(ShardId shard)
    {
        // Asked anew each time: roles that somebody lost since must not let them in.
        var members = new ConcurrentDictionary<string, Member?>(StringComparer.Ordinal);
        var oldest = time.GetUtcNow() - Oldest;
        return marks.All()
            .Where(one => Sending.Destination.IsId(one.Key) && ShardOf(one.Value.GuildId, shard.Count) == shard.Number)
            .OrderByDescending(static one => ReadMarks.Number(one.Value.MessageId))
            .Take(MostPlaces)
            .Select(one => (one.Key, WorkOf(new Reading(one.Key, one.Value.GuildId, members) { After = Later(one.Value.MessageId, oldest) })));
    }

    private static int ShardOf(string? guildId, int count) => guildId is null ? 0 : (int)((ReadMarks.Number(guildId) >> 22) % (ulong)count);

    /// <summary>Discord gives what follows an id, the oldest first: from one that is days old it would give what nobody waits for.</summary>
    private static string Later(string id, DateTimeOffset oldest)
    {
        var first = ((ulong)Math.Max(0, oldest.ToUnixTimeMilliseconds() - Epoch)) << 22;
        return ReadMarks.Number(id) >= first ? id : first.ToString(CultureInfo.InvariantCulture);
    }

    private Func<CancellationToken, Task> WorkOf(Reading reading) => token => ReadAsync(reading, token);

    private async Task ReadAsync(Reading reading, CancellationToken cancellationToken)
    {
        while (reading.Pages < MostPages)
        {
            var list = await messages.ReadAsync(reading.Channel, $"limit={MostMessages}&after={reading.After}", cancellationToken);
            if (list.ValueKind != JsonValueKind.Array)
                break;
            var missed = list.EnumerateArray().Select(static one => EventReader.Read(one, DiscordJson.Default.Message)).OfType<Message>()
                .Where(message => ReadMarks.IsAfter(message.Id, reading.After))
                .OrderBy(static message => ReadMarks.Number(message.Id)).ToList();
            foreach (var message in missed)
            {
                if (message.Timestamp > time.GetUtcNow() - Oldest)
                    await Take!(await WholeAsync(message with { ChannelId = reading.Channel, GuildId = reading.GuildId }, reading.Members, cancellationToken), cancellationToken);
                (reading.After, reading.Count) = (message.Id, reading.Count + 1);
            }

            reading.Pages++;
            if (missed.Count == 0 || list.GetArrayLength() < MostMessages)
                break;
        }

        if (reading.Count > 0)
            LogRead(logger, reading.Count);
    }

    // Messages that are fetched say nothing of their author's roles, by which people may be let in.
    private async Task<Message> WholeAsync(Message message, ConcurrentDictionary<string, Member?> members, CancellationToken cancellationToken)
    {
        if (message is not { GuildId: { } guild, Author: { Bot: false } author } || message.WebhookId is not null)
            return message;
        var key = $"{guild} {author.Id}";
        if (members.TryGetValue(key, out var member))
            return message with { Member = member };
        try
        {
            member = await api.GetMemberAsync(guild, author.Id, cancellationToken);
        }
        catch (ApiException error) when (error.Fault == ApiFault.Refused)
        {
            member = null;
        }

        if (members.Count < MostMembers)
            members[key] = member;
        return message with { Member = member };
    }

    [LoggerMessage(24, LogLevel.Information, "{Count} messages of a chat were read that came while no session stood.")]
    private static partial void LogRead(ILogger logger, int count);

    private sealed record Reading(string Channel, string? GuildId, ConcurrentDictionary<string, Member?> Members)
    {
        public required string After { get; set; }

        public int Pages { get; set; }

        public int Count { get; set; }
    }
}
