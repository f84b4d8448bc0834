namespace OpenClaw.Host.Cli.Commands.Pairing;

/// <summary>What <c>channels.pairing.approve</c> is asked. Its text form never shows the code.</summary>
internal sealed record PairingDecision
{
    public required string Channel { get; init; }

    public string? AccountId { get; init; }

    public required string Code { get; init; }

    public bool? Notify { get; init; }

    public bool? BootstrapCommandOwner { get; init; }

    public override string ToString() => $"{nameof(PairingDecision)} {{ Channel = {Channel} }}";
}
