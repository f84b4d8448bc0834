namespace OpenClaw.Channels.Telegram.Wire;

/// <summary>Somebody's card.</summary>
internal sealed record Contact
{
    public string? PhoneNumber { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }
}
