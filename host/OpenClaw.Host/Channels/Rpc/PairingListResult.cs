namespace OpenClaw.Host.Channels.Rpc;

/// <summary>Answer of <c>channels.pairing.list</c>.</summary>
internal sealed record PairingListResult
{
    public required IReadOnlyList<PairingAccount> Accounts { get; init; }

    public required IReadOnlyList<PairingEntry> Requests { get; init; }

    public required bool CommandOwnerConfigured { get; init; }

    public required PairingLimits Limits { get; init; }
}
