namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A person as they are in one server.</summary>
internal sealed record Member
{
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }
}
