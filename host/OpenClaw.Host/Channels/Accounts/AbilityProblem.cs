namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Why a channel was not asked.</summary>
internal enum AbilityProblem
{
    NotRunning,
    Unsupported,
    Busy,
}
