using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Agents.SystemEvents;

/// <summary>What waits for the main session, in the <c>status</c> answer.</summary>
internal sealed class SystemEventsStatusSection(SystemEventQueue queue, SessionKeyParser keys) : IStatusSection
{
    public async ValueTask<StatusSummary> ContributeAsync(StatusSummary summary, CancellationToken cancellationToken)
    {
        var waiting = await queue.OfAsync(keys.Main().Key, cancellationToken);
        return summary with { QueuedSystemEvents = [.. waiting.Select(static one => one.Text)] };
    }
}
