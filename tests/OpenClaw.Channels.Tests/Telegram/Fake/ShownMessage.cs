using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>A message of the bot as people see it.</summary>
internal sealed record ShownMessage
{
    public required long Id { get; init; }

    public required long Chat { get; init; }

    public long? Thread { get; init; }

    /// <summary>The text without marks.</summary>
    public string Text { get; init; } = "";

    /// <summary>As it was sent.</summary>
    public string Source { get; init; } = "";

    public string? ParseMode { get; init; }

    public long? ReplyTo { get; init; }

    public bool Silent { get; init; }

    public JsonNode? Keyboard { get; init; }

    /// <summary>What kind of file it has: <c>photo</c>, <c>document</c> and so on.</summary>
    public string? Kind { get; init; }

    public UploadedFile? File { get; init; }

    public string? MediaGroup { get; init; }

    /// <summary>How often it was changed.</summary>
    public int Edits { get; init; }
}
