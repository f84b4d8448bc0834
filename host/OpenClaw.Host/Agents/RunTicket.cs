using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents;

/// <summary>A run that was asked for.</summary>
/// <param name="Run">The run as it is stored now.</param>
/// <param name="IsNew">Whether this request brought it about; false for a repeated key.</param>
/// <param name="Completion">The run as it ended.</param>
internal sealed record RunTicket(RunRecord Run, bool IsNew, Task<RunRecord> Completion);
