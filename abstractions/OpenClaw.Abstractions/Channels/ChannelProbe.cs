namespace OpenClaw.Channels;

/// <summary>What the platform said of an account.</summary>
/// <param name="IsWorking">Whether the account works.</param>
/// <param name="Error">Why not, for people; no secrets.</param>
/// <param name="AccountId">The platform's id of the account.</param>
/// <param name="AccountName">Its name there.</param>
public sealed record ChannelProbe(bool IsWorking, string? Error = null, string? AccountId = null, string? AccountName = null);
