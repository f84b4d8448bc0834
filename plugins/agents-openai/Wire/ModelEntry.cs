namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>One of <c>models.providers.&lt;id&gt;.models</c>.</summary>
internal sealed record ModelEntry
{
    public string? Id { get; init; }

    public bool? Streaming { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    public CompatEntry? Compat { get; init; }
}
