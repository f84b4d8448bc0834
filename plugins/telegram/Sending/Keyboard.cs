using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Buttons below a message.</summary>
internal static class Keyboard
{
    private const int MaxData = 64;

    public static JsonObject? Of(IReadOnlyList<IReadOnlyList<MessageButton>> rows)
    {
        var written = new JsonArray();
        foreach (var row in rows)
        {
            var buttons = new JsonArray();
            foreach (var button in row.Where(static button => button.Label.Length > 0 && Encoding.UTF8.GetByteCount(button.Data) is > 0 and <= MaxData))
                buttons.Add((JsonNode)new JsonObject { ["text"] = button.Label, ["callback_data"] = button.Data });
            if (buttons.Count > 0)
                written.Add((JsonNode)buttons);
        }

        return written.Count == 0 ? null : new JsonObject { ["inline_keyboard"] = written };
    }
}
