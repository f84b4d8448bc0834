using OpenClaw.Host.Sessions.Lives;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>The answer to a request for a run.</summary>
/// <param name="Run">The run, perhaps of an earlier request with the same key.</param>
/// <param name="IsNew">Whether this request brought it about.</param>
internal sealed record RunAdmission(RunRecord Run, bool IsNew)
{
    /// <summary>Why the conversation began anew with it; nothing when it goes on.</summary>
    public string? StartedOver { get; init; }

    /// <summary>What it did to the session's conversation; nothing when that goes on, or nobody wants to know.</summary>
    public SessionTurn? Turn { get; init; }
}
