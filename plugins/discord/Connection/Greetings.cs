using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Wire;

namespace OpenClaw.Channels.Discord.Connection;

/// <summary>What a connection says first.</summary>
internal static class Greetings
{
    private const string Name = "openclaw";

    public static JsonObject Identify(GatewayAccount account, ShardId shard)
    {
        var content = new JsonObject
        {
            ["token"] = account.Token,
            ["intents"] = account.Intents,
            ["properties"] = new JsonObject { ["os"] = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux", ["browser"] = Name, ["device"] = Name },
        };
        if (shard.Count > 1)
            content["shard"] = new JsonArray(shard.Number, shard.Count);
        return new JsonObject { ["op"] = Opcode.Identify, ["d"] = content };
    }

    public static JsonObject Resume(GatewayAccount account, ShardSession session) => new()
    {
        ["op"] = Opcode.Resume,
        ["d"] = new JsonObject { ["token"] = account.Token, ["session_id"] = session.Id, ["seq"] = session.Progress.Stored },
    };
}
