using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.WhatsApp.Fake;

/// <summary>What people write, as the bridge tells it.</summary>
internal static class WhatsAppPeople
{
    public const string Alice = "15550001001";
    public const string Group = "120363000000000001@g.us";

    public static JsonObject Direct(string id, string text, string phone = Alice) => new()
    {
        ["generation"] = 1,
        ["upsert"] = "notify",
        ["key"] = new JsonObject { ["id"] = id, ["chat"] = $"{phone}@s.whatsapp.net", ["fromMe"] = false },
        ["chatType"] = "direct",
        ["sender"] = new JsonObject { ["jid"] = $"{phone}@s.whatsapp.net", ["phone"] = phone, ["name"] = "Alice" },
        ["timestamp"] = 1_750_000_000,
        ["kind"] = "text",
        ["text"] = text,
    };

    public static JsonObject InGroup(string id, string text, string phone = Alice)
    {
        var message = Direct(id, text, phone);
        message["key"]!["chat"] = Group;
        message["key"]!["participant"] = $"{phone}@s.whatsapp.net";
        message["chatType"] = "group";
        message["group"] = new JsonObject { ["jid"] = Group, ["subject"] = "Team", ["size"] = 5 };
        return message;
    }

    public static JsonObject Naming(this JsonObject message, params string[] jids)
    {
        message["mentions"] = new JsonArray([.. jids.Select(static jid => JsonValue.Create(jid))]);
        return message;
    }

    public static JsonObject WithFile(this JsonObject message, string path, string mime, string name)
    {
        message["kind"] = mime.Split('/')[0];
        message["media"] = new JsonObject { ["path"] = path, ["mime"] = mime, ["fileName"] = name, ["bytes"] = new FileInfo(path).Length };
        return message;
    }

    public static JsonObject GroupInfo() => new()
    {
        ["jid"] = Group,
        ["subject"] = "Team",
        ["participants"] = new JsonArray(
            new JsonObject { ["jid"] = $"{Alice}@s.whatsapp.net", ["phone"] = Alice, ["admin"] = "admin" },
            new JsonObject { ["jid"] = "88880001002@lid", ["lid"] = "88880001002@lid" }),
    };

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"3EB0AA{number:D4}");
}
