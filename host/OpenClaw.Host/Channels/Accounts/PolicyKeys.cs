using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Settings that the gateway reads for each message. A change of them holds for the next one, and no account connects anew for it.</summary>
internal static class PolicyKeys
{
    private static readonly FrozenSet<string> Keys = FrozenSet.Create(
        StringComparer.Ordinal,
        "dmPolicy", "allowFrom", "groupPolicy", "groupAllowFrom", "groups", "guilds", "allowBots", "historyLimit", "dmHistoryLimit", "streaming", "streamMode",
        "chunkMode", "textChunkLimit", "maxLinesPerMessage", "replyToMode", "responsePrefix", "mediaMaxMb", "defaultTo",
        "direct", "reactionNotifications", "ackReaction", "ackReactionScope", "botLoopProtection", "configWrites", "dangerouslyAllowNameMatching");

    public static JsonElement Without(JsonElement settings)
    {
        if (settings.ValueKind != JsonValueKind.Object)
            return settings;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in settings.EnumerateObject())
            {
                if (!Keys.Contains(member.Name))
                    member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
