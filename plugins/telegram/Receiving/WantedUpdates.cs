using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>The kinds of events that are asked for. Naming none would give Telegram's own choice.</summary>
internal static class WantedUpdates
{
    public static JsonArray List() =>
        ["message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member", "message_reaction"];
}
