using System.Text.Json;
using OpenClaw.Channels.Telegram.Wire;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>One event of an answer, read by itself: one that cannot be read takes no other with it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Content">What it says; nothing where that cannot be read.</param>
/// <param name="Raw">As it came.</param>
internal sealed record ReceivedUpdate(long Id, Update? Content, JsonElement Raw)
{
    /// <summary>The album it belongs to.</summary>
    public string? Album => Content?.Message?.MediaGroupId ?? Content?.ChannelPost?.MediaGroupId;

    /// <summary>Reads an answer of <c>getUpdates</c>, lowest number first. What has no number can neither be taken nor passed over, and is left out.</summary>
    public static List<ReceivedUpdate> ReadAll(JsonElement answer)
    {
        var updates = new List<ReceivedUpdate>();
        if (answer.ValueKind != JsonValueKind.Array)
            return updates;
        foreach (var raw in answer.EnumerateArray())
        {
            if (Read(raw) is { } update)
                updates.Add(update);
        }

        updates.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        return updates;
    }

    /// <returns>Nothing where there is no number.</returns>
    public static ReceivedUpdate? Read(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.Object && raw.TryGetProperty("update_id", out var number)
        && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var id) && id is >= 0 and < long.MaxValue
            ? new ReceivedUpdate(id, ContentOf(raw), raw)
            : null;

    private static Update? ContentOf(JsonElement raw)
    {
        try
        {
            return raw.Deserialize(TelegramJson.Default.Update);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
