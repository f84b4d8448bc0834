namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary>A stranger who waits. Its text form never shows the code.</summary>
internal sealed record PairingListEntry
{
    /// <summary>The sender, as the channel knows it.</summary>
    public required string Id { get; init; }

    public required string Channel { get; init; }

    public string? Code { get; init; }

    public string? CreatedAt { get; init; }

    public string? LastSeenAt { get; init; }

    public required IReadOnlyDictionary<string, string> Meta { get; init; }

    public override string ToString() => $"{nameof(PairingListEntry)} {{ Id = {Id} }}";
}
