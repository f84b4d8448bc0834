using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>What people do in Telegram, as events for the bot.</summary>
internal static class People
{
    public const long Alice = 1001;
    public const long Group = -1002000000001;

    public static JsonObject User(long id, string name = "Alice", bool isBot = false) =>
        new() { ["id"] = id, ["is_bot"] = isBot, ["first_name"] = name, ["username"] = name.ToLowerInvariant() };

    public static JsonObject Direct(long messageId, string text, long sender = Alice) => new()
    {
        ["message_id"] = messageId,
        ["date"] = 1_750_000_000,
        ["chat"] = new JsonObject { ["id"] = sender, ["type"] = "private", ["first_name"] = "Alice" },
        ["from"] = User(sender),
        ["text"] = text,
    };

    public static JsonObject InGroup(long messageId, string text, long sender = Alice, long? topic = null)
    {
        var message = Direct(messageId, text, sender);
        message["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup", ["title"] = "Team", ["is_forum"] = topic is not null };
        if (topic is not null)
        {
            message["message_thread_id"] = topic;
            message["is_topic_message"] = true;
        }

        return message;
    }

    /// <summary>With the mark that Telegram puts on a name in a text.</summary>
    public static JsonObject Naming(this JsonObject message, string name, string type = "mention")
    {
        var at = ((string)message["text"]!).IndexOf(name, StringComparison.Ordinal);
        message["entities"] = new JsonArray(new JsonObject { ["type"] = type, ["offset"] = at, ["length"] = name.Length });
        return message;
    }

    /// <summary>A reaction that takes the place of another.</summary>
    public static JsonObject Reaction(long messageId, string? now, string? before = null, long sender = Alice, long? chat = null) => new()
    {
        ["chat"] = new JsonObject { ["id"] = chat ?? sender, ["type"] = chat is null ? "private" : "supergroup" },
        ["message_id"] = messageId,
        ["user"] = User(sender),
        ["date"] = 1_750_000_000,
        ["old_reaction"] = Marks(before),
        ["new_reaction"] = Marks(now),
    };

    private static JsonArray Marks(string? emoji) => emoji is null ? [] : [new JsonObject { ["type"] = "emoji", ["emoji"] = emoji }];

    public static JsonObject Update(this JsonObject message, string kind = "message") => new() { [kind] = message };

    public static long Say(this FakeTelegram telegram, JsonObject message, string kind = "message") => telegram.Updates.Add(message.Update(kind));
}
