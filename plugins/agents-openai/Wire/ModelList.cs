namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>The answer of <c>GET /models</c>.</summary>
internal sealed record ModelList
{
    public IReadOnlyList<ModelListItem?>? Data { get; init; }
}
