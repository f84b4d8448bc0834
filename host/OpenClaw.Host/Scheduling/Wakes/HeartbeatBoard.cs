using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
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

        var status = HeartbeatReply.StatusOf(run.Input, run.Outcome?.Reply);
        Report(new HeartbeatEvent
        {
            Ts = time.UnixMs,
            Status = status,
            Preview = status == "sent" ? Cut(run.Outcome!.Reply!.Trim()) : null,
            DurationMs = run.EndedAt - run.StartedAt,
            Reason = run.Input.IsHeartbeat ? "interval" : "wake",
            Channel = status == "sent" ? run.Input.Route?.Channel ?? "webchat" : null,
            To = status == "sent" ? run.Input.Route?.ChatId : null,
            AccountId = status == "sent" ? run.Input.Route?.AccountId : null,
            Silent = status == "sent" ? null : true,
        });
    }

    private void Report(HeartbeatEvent heartbeat)
    {
        _last = heartbeat;
        if (heartbeat.Preview is null)
        {
            publisher.Publish(Event(heartbeat));
            return;
        }

        // The preview is a piece of a conversation; everybody else hears that there was a turn, and no more.
        publisher.Publish(Event(heartbeat) with { IsFor = MayReadText });
        publisher.Publish(Event(heartbeat with { Preview = null, To = null, AccountId = null }) with { IsFor = static caller => !MayReadText(caller) });
    }

    private static bool MayReadText(RpcCaller caller) => caller.HasScope(OperatorScopes.Read);

    private static GatewayEvent Event(HeartbeatEvent heartbeat) =>
        GatewayEvent.Create(EventNames.Heartbeat, heartbeat, SchedulingJsonContext.Default.HeartbeatEvent);

    private static string Cut(string text) => text.Length <= MaxPreview ? text : text[..MaxPreview];
}
