using OpenClaw.Host.Events;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Scheduling.Wakes;

/// <summary>Whether sessions may have turns that nobody asked for, and how the last of them went.</summary>
internal sealed class HeartbeatBoard(IEventPublisher publisher, TimeProvider time)
{
    private const int MaxPreview = 200;
    private volatile bool _enabled = true;
    private volatile HeartbeatEvent? _last;

    public bool Enabled
    {
        get => _enabled;
        set => _enabled = value;
    }

    public HeartbeatEvent? Last => _last;

    public void Skipped(string reason) => Report(new HeartbeatEvent { Ts = time.UnixMs, Status = "skipped", Reason = reason });

    public void Failed(string reason) => Report(new HeartbeatEvent { Ts = time.UnixMs, Status = "failed", Reason = reason });

    public void Ended(RunRecord run)
    {
        if (run.State != RunState.Done)
        {
            Failed(run.Outcome?.Failure?.Message ?? $"the run ended as {run.State}");
            return;
        }

        var status = HeartbeatReply.StatusOf(run.Outcome?.Reply);
        Report(new HeartbeatEvent
        {
            Ts = time.UnixMs,
            Status = status,
            Preview = status == "sent" ? Cut(run.Outcome!.Reply!.Trim()) : null,
            DurationMs = run.EndedAt - run.StartedAt,
            Reason = "wake",
            Channel = status == "sent" ? "webchat" : null,
        });
    }

    private void Report(HeartbeatEvent heartbeat)
    {
        _last = heartbeat;
        publisher.Publish(GatewayEvent.Create(EventNames.Heartbeat, heartbeat, SchedulingJsonContext.Default.HeartbeatEvent));
    }

    private static string Cut(string text) => text.Length <= MaxPreview ? text : text[..MaxPreview];
}
