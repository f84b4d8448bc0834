using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>What the REST interface does with a call.</summary>
internal sealed class FakeRest(FakeDiscord discord)
{
    /// <returns>Nothing for an answer without content.</returns>
    public JsonNode? Do(RestCall call)
    {
        var path = call.Path.Split('/');
        return (call.Method, path) switch
        {
            ("GET", ["gateway", "bot"]) => Place(),
            ("GET", ["users", "@me"]) => Chats.User(FakeDiscord.BotId, FakeDiscord.BotName, isBot: true),
            ("GET", ["users", "@me", "guilds"]) => new JsonArray([.. discord.Gateway.Guilds.Select(static guild => new JsonObject { ["id"] = (string)guild["id"]!, ["name"] = (string)guild["name"]! })]),
            ("GET", ["oauth2", "applications", "@me"]) => new JsonObject { ["id"] = FakeDiscord.ApplicationId, ["flags"] = 0 },
            ("POST", ["users", "@me", "channels"]) => DirectWith((string)call.Body!["recipient_id"]!),
            ("GET", ["channels", var id]) => ChannelNamed(id),
            ("GET", ["guilds", var id]) => GuildOf(id),
            ("GET", ["guilds", var id, "channels"]) => GuildOf(id)["channels"]!.DeepClone(),
            ("GET", ["guilds", _, "members"]) or ("GET", ["guilds", _, "members", "search"]) => new JsonArray(new JsonObject { ["user"] = Chats.Named(Chats.Alice), ["roles"] = new JsonArray() }),
            ("GET", ["guilds", _, "members", var user]) => new JsonObject { ["user"] = Chats.Named(user), ["roles"] = new JsonArray("55") },
            ("GET", ["channels", var id, "messages"]) => History(id, call),
            ("POST", ["channels", var id, "messages"]) => Send(id, call),
            ("GET", ["channels", var id, "messages", var message]) => MessageBook.Written(discord.Messages.Shown.FirstOrDefault(one => one.Channel == id && one.Id == message) ?? throw Unknown()),
            ("PATCH", ["channels", var id, "messages", var message]) => discord.Messages.Edit(id, message, call),
            ("DELETE", ["channels", var id, "messages", var message]) => Nothing(() => discord.Messages.Delete(id, message)),
            (var method, ["channels", var id, "messages", var message, "reactions", var emoji, "@me"]) => React(id, message, emoji, method == "PUT"),
            ("POST", ["channels", _, "typing"]) => null,
            ("GET", ["applications", FakeDiscord.ApplicationId, "commands"]) => discord.Commands.DeepClone(),
            ("PUT", ["applications", FakeDiscord.ApplicationId, "commands"]) => discord.Commands = call.Body!.DeepClone().AsArray(),
            ("POST", ["interactions", _, var token, "callback"]) => Nothing(() => discord.Acknowledged[token] = true),
            ("PATCH", ["webhooks", FakeDiscord.ApplicationId, var token, "messages", "@original"]) => discord.Messages.Answer(Known(token), call),
            ("POST", ["webhooks", FakeDiscord.ApplicationId, var token]) => discord.Messages.Send("@followup", call, Known(token)),
            _ => throw new DiscordError(404, 0, "404: Not Found"),
        };
    }

    private static DiscordError Unknown() => new(404, 10008, "Unknown Message");

    private string Known(string token) => discord.Acknowledged.ContainsKey(token) ? token : throw new DiscordError(404, 10015, "Unknown Webhook");

    private static JsonNode? Nothing(Action action)
    {
        action();
        return null;
    }

    private JsonObject Place() => new()
    {
        ["url"] = discord.GatewayUrl ?? $"{discord.Origin.Replace("http", "ws", StringComparison.Ordinal)}/gateway",
        ["shards"] = discord.Shards,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = discord.StartsLeft, ["reset_after"] = 3_600_000, ["max_concurrency"] = 1 },
    };

    private static JsonObject DirectWith(string user) => user switch
    {
        Chats.Alice => new JsonObject { ["id"] = Chats.AliceDirect, ["type"] = 1 },
        Chats.Bob => new JsonObject { ["id"] = Chats.BobDirect, ["type"] = 1 },
        _ => throw new DiscordError(404, 10013, "Unknown User"),
    };

    private JsonNode ChannelNamed(string id)
    {
        if (id is Chats.AliceDirect or Chats.BobDirect)
            return new JsonObject { ["id"] = id, ["type"] = 1 };
        foreach (var guild in discord.Gateway.Guilds)
        {
            foreach (var channel in guild["channels"]!.AsArray().Concat(guild["threads"]!.AsArray()))
            {
                if ((string?)channel!["id"] != id)
                    continue;
                var found = channel.DeepClone();
                found["guild_id"] = (string)guild["id"]!;
                return found;
            }
        }

        throw new DiscordError(404, 10003, "Unknown Channel");
    }

    private JsonObject GuildOf(string id) => discord.Gateway.Guilds.FirstOrDefault(guild => (string?)guild["id"] == id)?.DeepClone().AsObject()
        ?? throw new DiscordError(404, 10004, "Unknown Guild");

    private JsonObject Send(string channel, RestCall call)
    {
        ChannelNamed(channel);
        return discord.Messages.Send(channel, call);
    }

    private JsonArray History(string channel, RestCall call)
    {
        var after = ulong.Parse(call.Query.GetValueOrDefault("after", "0"), System.Globalization.CultureInfo.InvariantCulture);
        var written = discord.Written.TryGetValue(channel, out var all) ? all : [];
        var limit = int.Parse(call.Query.GetValueOrDefault("limit", "50"), System.Globalization.CultureInfo.InvariantCulture);
        var found = written.Where(one => ulong.Parse((string)one["id"]!, System.Globalization.CultureInfo.InvariantCulture) > after);
        // Behind an id come the ones next to it, otherwise the newest; both the newest first.
        return new JsonArray([.. (after > 0 ? found.Take(limit) : found.TakeLast(limit)).Reverse().Select(Fetched)]);
    }

    // What is fetched says less than what is told.
    private static JsonNode Fetched(JsonObject message)
    {
        var copy = message.DeepClone().AsObject();
        foreach (var name in (ReadOnlySpan<string>)["guild_id", "member", "channel_type"])
            copy.Remove(name);
        return copy;
    }

    private JsonNode? React(string channel, string message, string emoji, bool isSet)
    {
        if (discord.Messages.Shown.Any(one => one.Channel == channel && one.Id == message))
            discord.Messages.React(channel, message, Uri.UnescapeDataString(emoji), isSet);
        return null;
    }
}
