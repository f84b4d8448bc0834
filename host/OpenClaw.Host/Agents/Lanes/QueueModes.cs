using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents.Lanes;

/// <summary>Decides what a message does that comes while its session is busy.</summary>
internal sealed class QueueModes(SessionStore sessions, SessionLanes lanes, IConfigSource configuration)
{
    /// <summary>What the request says counts, then the session's own choice, then that of the channel, then the rule.</summary>
    public async ValueTask<RunRequest> DecideAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Surface == RunSurface.Agent || !lanes.IsBusy(request.Session.Key))
            return request;
        var session = await sessions.FindAsync(request.Session.Key, cancellationToken);
        var mode = QueueModeText.Parse(request.Input.QueueMode)
            ?? QueueModeText.Parse(session?.Settings.QueueMode)
            ?? configuration.Current.Messages.Queue.ModeOf(request.Input.Route?.Channel);
        return request with { Input = request.Input with { QueueMode = QueueModeText.Write(mode) } };
    }
}
