using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>A chat, and what Discord knows of it and of who wrote there.</summary>
/// <param name="Address">The chat.</param>
/// <param name="Facts">Server, channel, parent and roles, by which the gateway's rules and bindings choose.</param>
internal sealed record FoundChat(ChatAddress Address, JsonObject Facts)
{
    public JsonElement Data => Facts.Count == 0 ? default : JsonElement.Parse(Facts.ToJsonString());
}
