namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>A button was pressed.</summary>
internal sealed record CallbackQuery
{
    public required string Id { get; init; }

    public required User From { get; init; }

    public Message? Message { get; init; }

    public string? Data { get; init; }
}
