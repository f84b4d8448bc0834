using System.Text.Json;
using OpenClaw.Agents.Common.Requests;
using OpenClaw.Content;

namespace OpenClaw.Agents.Anthropic.Requests;

/// <summary>Writes a conversation. The far end knows two roles that take turns; results of tools are said by the user.</summary>
internal sealed class MessageWriter(Utf8JsonWriter writer, bool acceptsImages)
{
    private const string Empty = "(empty)";
    private readonly BlockWriter _blocks = new(writer, acceptsImages);

    public async Task WriteAsync(IReadOnlyList<ModelMessage> messages, CancellationToken cancellationToken)
    {
        for (var at = 0; at < messages.Count;)
        {
            var fromModel = messages[at].Role == ModelRole.Assistant;
            var last = at;
            while (last + 1 < messages.Count && (messages[last + 1].Role == ModelRole.Assistant) == fromModel)
                last++;
            var parts = messages.Skip(at).Take(last - at + 1).SelectMany(static message => message.Parts).Where(BlockWriter.IsWritten).ToList();
            at = last + 1;
            writer.WriteStartObject();
            writer.WriteString("role", fromModel ? "assistant" : "user");
            writer.WriteStartArray("content");
            // An empty message is refused, and so is one left out.
            if (parts.Count == 0)
                parts.Add(new TextPart(Empty));
            // The far end wants results of tools before anything else the user says.
            var ordered = parts.OrderBy(static part => part is ToolResultPart ? 0 : 1).ToList();
            for (var i = 0; i < ordered.Count; i++)
                await _blocks.WriteAsync(ordered[i], marksCache: at == messages.Count && i == ordered.Count - 1, cancellationToken);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
