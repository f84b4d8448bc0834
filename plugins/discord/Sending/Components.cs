using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Buttons below a message: five rows of five.</summary>
internal static class Components
{
    private const int MaxRows = 5;
    private const int MaxButtons = 5;
    private const int MaxLabel = 80;
    private const int MaxData = 64;
    private const int Row = 1;
    private const int Button = 2;
    private const int Grey = 2;
    private const string Ours = "oc";

    public static JsonArray? Of(IReadOnlyList<IReadOnlyList<MessageButton>> rows)
    {
        var written = new JsonArray();
        var number = 0;
        foreach (var row in rows.SelectMany(static row => row.Where(IsUsable).Chunk(MaxButtons)).Take(MaxRows))
        {
            written.Add((JsonNode)new JsonObject
            {
                ["type"] = Row,
                ["components"] = new JsonArray([.. row.Select(button => (JsonNode)new JsonObject
                {
                    ["type"] = Button,
                    ["style"] = Grey,
                    ["label"] = Short(button.Label),
                    // Numbered: two of a message must not have the same.
                    ["custom_id"] = $"{Ours}{number++}:{button.Data}",
                })]),
            });
        }

        return written.Count == 0 ? null : written;
    }

    /// <returns>What the button was made with; nothing where it is none of ours.</returns>
    public static string? DataOf(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon > Ours.Length && id.StartsWith(Ours, StringComparison.Ordinal) && id.AsSpan(Ours.Length, colon - Ours.Length).IndexOfAnyExceptInRange('0', '9') < 0
            && colon + 1 < id.Length
            ? id[(colon + 1)..]
            : null;
    }

    private static bool IsUsable(MessageButton button) => button.Label.Length > 0 && Encoding.UTF8.GetByteCount(button.Data) is > 0 and <= MaxData;

    private static string Short(string label) => label.Length <= MaxLabel ? label : label[..(char.IsHighSurrogate(label[MaxLabel - 1]) ? MaxLabel - 1 : MaxLabel)];
}
