namespace OpenClaw.Channels.WhatsApp.Wire;

/// <summary>What became of the connection to WhatsApp.</summary>
internal sealed record ConnectionNote
{
    public const string Open = "open";
    public const string Close = "close";

    public string? State { get; init; }

    public long Generation { get; init; }

    public AccountNote? Me { get; init; }

    public int? StatusCode { get; init; }

    public string? Reason { get; init; }

    public bool LoggedOut { get; init; }

    public bool RestartRequired { get; init; }
}
