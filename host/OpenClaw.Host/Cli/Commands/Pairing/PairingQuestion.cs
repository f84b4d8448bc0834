namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary>What <c>channels.pairing.list</c> is asked.</summary>
internal sealed record PairingQuestion
{
    public string? Channel { get; init; }

    public string? AccountId { get; init; }

    public bool? IncludeCodes { get; init; }
}
