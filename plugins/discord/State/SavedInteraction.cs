namespace OpenClaw.Channels.Discord.State;

/// <summary>A command that Discord was told will be answered.</summary>
internal sealed record SavedInteraction
{
    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    /// <summary>By it answers are written; it works for fifteen minutes.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The send that stands in the place of the answer; those after it are messages behind it.</summary>
    public string? AnswerKey { get; init; }
}
