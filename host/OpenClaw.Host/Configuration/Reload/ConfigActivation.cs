using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Events;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Events;

namespace OpenClaw.Host.Configuration.Reload;

/// <summary>
/// Lets new content of the file take its effect, whoever wrote it, and tells everyone. It is compared with what is in force,
/// so that the order of writers does not matter and what had to wait before is taken up as soon as it may be.
/// </summary>
internal sealed class ConfigActivation(
    StatePaths paths, ConfigSource source, RestartSignal restart, IEventPublisher events, IConnections connections, TimeProvider time, ReloadLog log, HealthNews health)
{
    /// <summary>Long enough for the answer to reach its caller and for another change to follow.</summary>
    private const long DefaultRestartDelayMs = 2_000;

    // Further off than anybody waits, and no further than a timer reaches.
    private const long LongestRestartDelayMs = 86_400_000;

    private readonly Lock _oneAtATime = new();
    private volatile ReloadStatus _status = ReloadStatus.InStep;
    private bool _saidDisabled;

    public ReloadStatus Status
    {
        get => _status;
        private set
        {
            _status = value;
            health.Tell();
        }
    }

    /// <summary>The delay a caller asked for, within bounds: by then the change is written and cannot be refused any more.</summary>
    public static TimeSpan DelayOf(long? milliseconds) =>
        TimeSpan.FromMilliseconds(Math.Clamp(milliseconds ?? DefaultRestartDelayMs, 0, LongestRestartDelayMs));

    /// <param name="written">A change that is on disk.</param>
    /// <param name="restartDelay">When to start again if the change needs it; null leaves that to the next start.</param>
    /// <param name="call">Who changed it: connections that the change ends are ended after the answer.</param>
    public ReloadDecision Activate(ConfigWritten written, TimeSpan? restartDelay, RpcCall call) =>
        Take(written.Result, written.Hash, restartDelay, call.AfterAnswer);

    /// <summary>Takes what somebody wrote into the file without asking.</summary>
    public ReloadDecision Activate(ConfigLoadResult found, string hash) => Take(found, hash, TimeSpan.Zero, static action => action());

    /// <summary>Notes content that cannot be used.</summary>
    public void Refuse(ConfigLoadResult found)
    {
        lock (_oneAtATime)
        {
            source.Known.Note(found.Bytes.Span);
            var problem = string.Join("; ", found.Issues.Take(5).Select(static issue => $"{issue.DisplayPath}: {issue.Message}"));
            Status = Status with { Problem = problem };
            log.Invalid(problem);
        }
    }

    private ReloadDecision Take(ConfigLoadResult found, string hash, TimeSpan? restartDelay, Action<Action> afterwards)
    {
        lock (_oneAtATime)
        {
            source.Known.Note(found.Bytes.Span);
            source.Latest = found;
            var plan = ReloadPlan.Make(source.Written, source.Current, found);
            if (Status.Problem is not null)
            {
                log.ValidAgain();
            }

            Status = new ReloadStatus { Waiting = [.. plan.Waiting.Select(static change => change.Path)] };
            if (plan.Changes.Count > 0)
            {
                log.Detected(plan.Changes);
            }

            Publish(plan, found, afterwards);
            var decision = Hold(plan, restartDelay);
            events.Publish(GatewayEvent.Create(
                EventNames.ConfigChanged,
                new ConfigChangedEvent { Path = found.Path, Hash = hash, Ts = time.GetUtcNow().ToUnixTimeMilliseconds() },
                ProtocolJsonContext.Default.ConfigChangedEvent));
            return decision;
        }
    }

    private void Publish(ReloadPlan plan, ConfigLoadResult found, Action<Action> afterwards)
    {
        var applied = plan.Applied.ToList();
        if (applied.Count == 0 && plan.Changes.Count > 0)
        {
            return;
        }

        var next = applied.Count == plan.Changes.Count ? found : WithoutWhatWaits(plan, found);
        if (!next.IsValid)
        {
            // The two halves only make sense together, so all of it waits.
            Status = Status with { Waiting = [.. plan.Changes.Select(static change => change.Path)] };
            return;
        }

        var before = source.Current.Gateway;
        source.Publish(next);
        if (applied.Count > 0)
        {
            log.Applied(applied);
        }

        if (AuthChange.MethodsOf(before, source.Current.Gateway) is { Count: > 0 } methods)
        {
            afterwards(() => connections.CloseAuthenticatedBy(methods));
        }
    }

    private ReloadDecision Hold(ReloadPlan plan, TimeSpan? restartDelay)
    {
        var waiting = plan.Waiting.ToList();
        if (waiting.Count == 0)
        {
            _saidDisabled = false;
            restart.Withdraw();
            return ReloadDecision.Apply;
        }

        if (plan.Mode == ReloadMode.Off)
        {
            if (!_saidDisabled)
            {
                log.Disabled();
            }

            _saidDisabled = true;
            return ReloadDecision.Wait;
        }

        _saidDisabled = false;
        var restarting = plan.Restarting.ToList();
        if (restarting.Count == 0 || restartDelay is not { } delay)
        {
            log.NeedsRestart(waiting, plan.Mode.ToString().ToLowerInvariant());
            return ReloadDecision.Wait;
        }

        log.Restarting(restarting);
        restart.RequestForChange(delay);
        return ReloadDecision.Restart;
    }

    private ConfigLoadResult WithoutWhatWaits(ReloadPlan plan, ConfigLoadResult found)
    {
        var blend = ConfigBlend.Of(source.Written, found.Source ?? new ConfigObject(), plan.Waits);
        return new ConfigPipeline(paths, Environment.GetEnvironmentVariable, source.Overrides)
            .Run(new ConfigFileContent { Exists = true, Bytes = ConfigDocuments.Render(blend) });
    }
}
