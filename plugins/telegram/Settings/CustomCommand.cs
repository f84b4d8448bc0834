namespace OpenClaw.Channels.Telegram.Settings;

/// <summary>An entry of the command menu that the settings add.</summary>
internal sealed record CustomCommand
{
    public string? Command { get; init; }

    public string? Description { get; init; }
}
