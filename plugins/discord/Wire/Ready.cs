namespace OpenClaw.Channels.Discord.Wire;

/// <summary>A session has begun.</summary>
internal sealed record Ready
{
    public required string SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }

    public required User User { get; init; }

    public Application? Application { get; init; }
}
