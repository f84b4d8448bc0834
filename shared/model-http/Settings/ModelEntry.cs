using System.Text.Json;

namespace OpenClaw.Agents.Common.Settings;

/// <summary>One of <c>models.providers.&lt;id&gt;.models</c>.</summary>
internal sealed record ModelEntry
{
    public string? Id { get; init; }

    public bool? Streaming { get; init; }

    public int? ContextWindow { get; init; }

    /// <summary>Passed on to far ends that take options of their own.</summary>
    public JsonElement Params { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    public CompatEntry? Compat { get; init; }
}
