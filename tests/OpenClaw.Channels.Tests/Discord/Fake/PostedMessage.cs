using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>A message as people see it.</summary>
internal sealed record PostedMessage
{
    public required string Id { get; init; }

    public required string Channel { get; init; }

    public required string Text { get; init; }

    /// <summary>What the bot asked for, the first time.</summary>
    public required JsonObject Source { get; init; }

    public IReadOnlyList<SentFile> Files { get; init; } = [];

    public int Edits { get; init; }

    public IReadOnlySet<string> Reactions { get; init; } = new HashSet<string>();

    /// <summary>The interaction that it answers.</summary>
    public string? AnswerTo { get; init; }
}
