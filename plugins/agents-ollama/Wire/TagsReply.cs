namespace OpenClaw.Agents.Ollama.Wire;

/// <summary>The answer of <c>GET /api/tags</c>.</summary>
internal sealed record TagsReply
{
    public IReadOnlyList<TaggedModel?>? Models { get; init; }
}
