using System.Text.Json;
using OpenClaw.Host.Nodes.Live;

namespace OpenClaw.Host.Nodes.Reports;

/// <summary>Something a node says on its own.</summary>
/// <param name="Session">The connection it says it on.</param>
/// <param name="Name">The event.</param>
/// <param name="Payload">More about it; always an object.</param>
internal sealed record NodeReport(NodeSession Session, string Name, JsonElement Payload)
{
    public string NodeId => Session.NodeId;

    /// <summary>A member of the payload that is a text with something in it, trimmed.</summary>
    public string? Text(string name) =>
        Payload.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String && member.GetString()!.Trim() is { Length: > 0 } text
            ? text
            : null;

    public bool IsTrue(string name) => Payload.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.True;

    public long? Number(string name) =>
        Payload.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number && member.TryGetInt64(out var number) ? number : null;
}
