namespace OpenClaw.Agents.Anthropic.Wire;

/// <summary>The answer of <c>GET /v1/models</c>.</summary>
internal sealed record ModelsReply
{
    public IReadOnlyList<ListedModel?>? Data { get; init; }
}
