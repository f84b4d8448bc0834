using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Common.Requests;

namespace OpenClaw.Agents.OpenAI.Responses;

/// <summary>A thought that only the far end can read. It goes back with the call that it led to.</summary>
internal sealed record SealedThought(string Id, string Content)
{
    private const char Divider = ':';
    private const string Mark = "rs1";

    public override string ToString() => $"{Mark}{Divider}{Convert.ToBase64String(Encoding.UTF8.GetBytes(Id))}{Divider}{Content}";

    /// <summary>Reads what <see cref="ToString"/> gave; anything else came from another format.</summary>
    public static SealedThought? TryRead(string? signature)
    {
        if (signature?.Split(Divider, 3) is not [Mark, var id, var content])
            return null;
        var bytes = new byte[id.Length];
        return Convert.TryFromBase64String(id, bytes, out var length)
            ? new SealedThought(Encoding.UTF8.GetString(bytes, 0, length), content)
            : null;
    }

    public void Write(Utf8JsonWriter writer, string summary)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "reasoning");
        writer.WriteString("id", Id);
        writer.WriteStartArray("summary");
        if (summary.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "summary_text");
            writer.WriteText("text", summary);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("encrypted_content", Content);
        writer.WriteEndObject();
    }
}
