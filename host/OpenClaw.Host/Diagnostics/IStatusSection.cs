using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Diagnostics;

/// <summary>A room's part of the <c>status</c> answer.</summary>
internal interface IStatusSection
{
    /// <summary>Returns the summary with this room's fields filled in.</summary>
    ValueTask<StatusSummary> ContributeAsync(StatusSummary summary, CancellationToken cancellationToken);
}
