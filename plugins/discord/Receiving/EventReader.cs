using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Reads what came from Discord, which may be of any shape.</summary>
internal static class EventReader
{
    /// <returns>Nothing where it is not of that kind.</returns>
    public static T? Read<T>(JsonElement content, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return content.ValueKind == JsonValueKind.Object ? content.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
