namespace OpenClaw.Agents.OpenAI.Wire;

/// <summary>One item of a response: a message, a thought or a call.</summary>
internal sealed record ResponseItem
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? CallId { get; init; }

    public string? Name { get; init; }

    public string? Arguments { get; init; }

    public string? EncryptedContent { get; init; }

    public IReadOnlyList<ResponsePart?>? Content { get; init; }

    public IReadOnlyList<ResponsePart?>? Summary { get; init; }
}
