using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>Who writes to the bot, where and what.</summary>
internal static class Chats
{
    public const string Alice = "1001";
    public const string AliceDirect = "2001";
    public const string Bob = "1002";
    public const string BobDirect = "2002";
    public const string Guild = "3001";
    public const string General = "4001";
    public const string Thread = "4002";
    public const string Secret = "4003";

    /// <summary>An id of Discord's: it holds the time at which it was given.</summary>
    public static string Id(int number, TimeSpan ago = default) =>
        $"{(((ulong)(DateTimeOffset.UtcNow - ago).ToUnixTimeMilliseconds() - 1_420_070_400_000UL) << 22) + (ulong)number}";

    public static JsonObject User(string id, string name, bool isBot = false) => new() { ["id"] = id, ["username"] = name, ["global_name"] = null, ["discriminator"] = "0", ["bot"] = isBot };

    public static JsonObject Named(string id) => id == Bob ? User(Bob, "bob") : User(id, "alice");

    public static JsonObject Direct(string id, string text, string sender = Alice) => new()
    {
        ["id"] = id,
        ["channel_id"] = sender == Alice ? AliceDirect : sender == Bob ? BobDirect : $"2{sender}",
        ["channel_type"] = 1,
        ["author"] = Named(sender),
        ["content"] = text,
        ["timestamp"] = DateTimeOffset.UtcNow.ToString("O"),
        ["edited_timestamp"] = null,
        ["type"] = 0,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
    };

    public static JsonObject InGuild(string id, string text, string channel = General, string sender = Alice, params ReadOnlySpan<string> roles)
    {
        var message = Direct(id, text, sender);
        message.Remove("channel_type");
        message["channel_id"] = channel;
        message["guild_id"] = Guild;
        message["member"] = new JsonObject { ["nick"] = null, ["roles"] = new JsonArray([.. roles.ToArray().Select(static role => (JsonNode)role)]) };
        if (text.Contains($"<@{FakeDiscord.BotId}>", StringComparison.Ordinal))
            message["mentions"]!.AsArray().Add((JsonNode)User(FakeDiscord.BotId, FakeDiscord.BotName, isBot: true));
        return message;
    }

    public static JsonObject Command(string id, string name, string? text = null, string? channel = null, string sender = Alice)
    {
        var data = new JsonObject { ["id"] = "77", ["name"] = name, ["type"] = 1 };
        if (text is not null)
            data["options"] = new JsonArray(new JsonObject { ["type"] = 3, ["name"] = "text", ["value"] = text });
        return Interaction(id, 2, data, channel, sender);
    }

    public static JsonObject Press(string id, string customId, string? channel = null, string sender = Alice) =>
        Interaction(id, 3, new JsonObject { ["component_type"] = 2, ["custom_id"] = customId }, channel, sender);

    public static JsonObject GuildNamed(string name = "Our Team") => new()
    {
        ["id"] = Guild,
        ["name"] = name,
        ["channels"] = new JsonArray(
            new JsonObject { ["id"] = General, ["type"] = 0, ["name"] = "general" },
            new JsonObject { ["id"] = Secret, ["type"] = 0, ["name"] = "secret plans" }),
        ["threads"] = new JsonArray(new JsonObject { ["id"] = Thread, ["type"] = 11, ["name"] = "a thread", ["parent_id"] = General }),
    };

    private static JsonObject Interaction(string id, int type, JsonObject data, string? channel, string sender)
    {
        var interaction = new JsonObject
        {
            ["id"] = id,
            ["application_id"] = FakeDiscord.ApplicationId,
            ["type"] = type,
            ["token"] = $"token-of-{id}",
            ["data"] = data,
            ["channel_id"] = channel ?? (sender == Alice ? AliceDirect : BobDirect),
            ["channel"] = new JsonObject { ["id"] = channel ?? AliceDirect, ["type"] = channel is null ? 1 : 0 },
            ["locale"] = "en-US",
        };
        if (channel is null)
        {
            interaction["user"] = Named(sender);
            return interaction;
        }

        interaction["guild_id"] = Guild;
        interaction["member"] = new JsonObject { ["user"] = Named(sender), ["roles"] = new JsonArray() };
        return interaction;
    }
}
