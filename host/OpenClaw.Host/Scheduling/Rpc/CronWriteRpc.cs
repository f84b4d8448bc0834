using System.Globalization;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling.Engine;
using OpenClaw.Host.Scheduling.Events;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary><c>cron.add</c>, <c>cron.update</c>, <c>cron.remove</c> and <c>cron.run</c>.</summary>
internal sealed class CronWriteRpc(
    CronStore store, CronRunStore runs, CronScheduler scheduler, JobRules rules, CronEvents events, CronSignal signal, HostLifecycle lifecycle,
    TimeProvider time) : IRpcModule
{
    private int _manualRuns;

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.CronAdd, static () => SchedulingJsonContext.Default.CronAddParams, static () => SchedulingJsonContext.Default.CronJob, AddAsync)
        .Add(MethodNames.CronUpdate, static () => SchedulingJsonContext.Default.CronUpdateParams, static () => SchedulingJsonContext.Default.CronJob, UpdateAsync)
        .Add(MethodNames.CronRemove, static () => SchedulingJsonContext.Default.CronJobParams, static () => SchedulingJsonContext.Default.CronRemoveResult, RemoveAsync)
        .Add(MethodNames.CronRun, static () => SchedulingJsonContext.Default.CronRunParams, static () => SchedulingJsonContext.Default.CronRunResult, RunAsync);

    private async ValueTask<CronJob> AddAsync(RpcCall call, CronAddParams parameters, CancellationToken cancellationToken)
    {
        CronJob added;
        try
        {
            var job = parameters.ToJob(Guid.NewGuid().ToString(), time.UnixMs);
            rules.Check(job);
            added = await store.AddAsync(job, cancellationToken);
        }
        catch (InvalidJobException error)
        {
            throw CronAnswers.Invalid(call, error);
        }

        events.Added(added);
        signal.Raise();
        return CronAnswers.Shown(added) with { DeliveryPreview = DeliveryPreview.Of(added) };
    }

    private async ValueTask<CronJob> UpdateAsync(RpcCall call, CronUpdateParams parameters, CancellationToken cancellationToken)
    {
        var id = CronAnswers.IdOf(call, parameters);
        CronJob? updated;
        try
        {
            updated = await store.UpdateAsync(id, job => Changed(job, parameters), cancellationToken);
        }
        catch (InvalidJobException error)
        {
            throw CronAnswers.Invalid(call, error);
        }

        if (updated is null)
            throw CronAnswers.Missing(id);
        events.Updated(updated);
        signal.Raise();
        return CronAnswers.Shown(updated);
    }

    private CronJob Changed(CronJob job, CronUpdateParams parameters)
    {
        if (parameters.ExpectedConfigRevision is { } expected && expected != JobRevision.Of(job))
            throw new InvalidJobException("the job changed since it was read; get it again with cron.get and retry");
        var changed = parameters.Patch.ApplyTo(job, time.UnixMs);
        rules.Check(changed);
        return changed;
    }

    private async ValueTask<CronRemoveResult> RemoveAsync(RpcCall call, CronJobParams parameters, CancellationToken cancellationToken)
    {
        var id = CronAnswers.IdOf(call, parameters);
        var removed = await store.RemoveAsync(id, cancellationToken) ?? throw CronAnswers.Missing(id);
        events.Removed(removed);
        signal.Raise();
        return new CronRemoveResult(Ok: true, Removed: true);
    }

    private async ValueTask<CronRunResult> RunAsync(RpcCall call, CronRunParams parameters, CancellationToken cancellationToken)
    {
        var id = CronAnswers.IdOf(call, parameters);
        if (parameters.ExpectedProcessInstanceId is { } expected && expected != lifecycle.BootId)
            throw RpcException.InvalidRequest("the gateway was started anew since; read cron.status and retry");
        var runId = string.Create(CultureInfo.InvariantCulture, $"manual:{id}:{time.UnixMs}:{Interlocked.Increment(ref _manualRuns)}");
        var manual = await runs.BeginManualAsync(id, runId, parameters.Mode ?? "force", cancellationToken) ?? throw CronAnswers.Missing(id, "Automation");
        if (manual.Run is not { } run)
            return new CronRunResult { Ran = false, Reason = manual.Refusal };
        call.AfterAnswer(() => scheduler.Start(run));
        return new CronRunResult { Enqueued = true, RunId = run.RunId, ProcessInstanceId = lifecycle.BootId };
    }
}
