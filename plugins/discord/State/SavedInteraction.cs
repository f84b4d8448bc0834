namespace OpenClaw.Channels.Discord.State;

/// <summary>A command that Discord was told will be answered.</summary>
internal sealed record SavedInteraction
{
    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    /// <summary>By it answers are written; it works for fifteen minutes.</summary>
    public required string Token { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Who gave it.</summary>
    public string? PersonId { get; init; }

    /// <summary>Whether only who gave it sees its answer, all of it.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Whether Discord takes no answer in its place any more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The send that stands in the place of the answer; those after it are messages behind it.</summary>
    public string? AnswerKey { get; init; }
}
