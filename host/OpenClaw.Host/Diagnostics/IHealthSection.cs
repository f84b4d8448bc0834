using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Diagnostics;

/// <summary>A room's part of the <c>health</c> answer.</summary>
internal interface IHealthSection
{
    /// <summary>Returns the summary with this room's fields filled in.</summary>
    /// <param name="summary">What the rooms before this one found.</param>
    /// <param name="probe">True when the caller wants fresh evidence rather than what is remembered.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken);
}
