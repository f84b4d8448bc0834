using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Config;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary><c>cron.status</c>, <c>cron.list</c>, <c>cron.get</c> and <c>cron.runs</c>.</summary>
internal sealed class CronReadRpc(CronStore store, CronRunStore runs, IConfigSource configuration) : IRpcModule
{
    private const int DefaultRuns = 50;
    private const int MaxRuns = 200;

    public void Register(RpcMethods methods) => methods
        .Add(MethodNames.CronStatus, static () => ProtocolJsonContext.Default.EmptyParams, static () => SchedulingJsonContext.Default.CronStatusResult, StatusAsync)
        .Add(MethodNames.CronList, static () => SchedulingJsonContext.Default.CronListParams, static () => SchedulingJsonContext.Default.CronListResult, ListAsync)
        .Add(MethodNames.CronGet, static () => SchedulingJsonContext.Default.CronJobParams, static () => SchedulingJsonContext.Default.CronJob, GetAsync)
        .Add(MethodNames.CronRuns, static () => SchedulingJsonContext.Default.CronRunsParams, static () => SchedulingJsonContext.Default.CronRunsResult, RunsAsync);

    private async ValueTask<CronStatusResult> StatusAsync(RpcCall call, EmptyParams parameters, CancellationToken cancellationToken)
    {
        var jobs = await store.AllAsync(cancellationToken);
        return new CronStatusResult
        {
            Enabled = CronSettings.Of(configuration.Current).Enabled,
            TriggersEnabled = false,
            StorePath = store.Path,
            Storage = "sqlite",
            SqlitePath = store.Path,
            Jobs = jobs.Count,
            NextWakeAtMs = jobs.Min(static job => job.State.NextRunAtMs),
        };
    }

    private async ValueTask<CronListResult> ListAsync(RpcCall call, CronListParams parameters, CancellationToken cancellationToken)
    {
        var selected = new JobSelection(parameters, configuration.Current).Of(await store.AllAsync(cancellationToken));
        var offset = (int)Math.Min(parameters.Offset ?? 0, selected.Count);
        List<CronJob> page = [.. selected.Skip(offset).Take(parameters.Limit ?? int.MaxValue)];
        var more = offset + page.Count < selected.Count;
        return new CronListResult
        {
            Jobs = page,
            SnapshotRevision = JobSelection.RevisionOf(selected),
            Total = selected.Count,
            Offset = offset,
            Limit = parameters.Limit ?? selected.Count,
            HasMore = more,
            NextOffset = more ? offset + page.Count : null,
            DeliveryPreviews = parameters.IncludeDeliveryPreviews == false
                ? null
                : page.ToDictionary(static job => job.Id, DeliveryPreview.Of, StringComparer.Ordinal),
        };
    }

    private async ValueTask<CronJob> GetAsync(RpcCall call, CronJobParams parameters, CancellationToken cancellationToken)
    {
        var id = CronAnswers.IdOf(call, parameters);
        return CronAnswers.Shown(await store.FindAsync(id, cancellationToken) ?? throw CronAnswers.Missing(id));
    }

    private async ValueTask<CronRunsResult> RunsAsync(RpcCall call, CronRunsParams parameters, CancellationToken cancellationToken)
    {
        var id = parameters.Id ?? parameters.JobId;
        if (id is null && parameters.Scope != "all" && parameters.RunId is null)
            throw RpcException.InvalidRequest("invalid cron.runs params: missing id");
        var filter = new RunFilter
        {
            JobId = parameters.Scope == "all" ? null : id,
            RunId = parameters.RunId,
            AgentId = parameters.AgentId,
            Statuses = parameters.Statuses ?? (parameters.Status is null or "all" ? null : [parameters.Status]),
            DeliveryStatuses = parameters.DeliveryStatuses ?? (parameters.DeliveryStatus is { } status ? [status] : null),
            Query = parameters.Query,
            OldestFirst = parameters.SortDir == "asc",
            Limit = Math.Min(parameters.Limit ?? DefaultRuns, MaxRuns),
            Offset = parameters.Offset ?? 0,
        };
        await runs.SettleDeliveriesAsync(filter.JobId, cancellationToken);
        var page = await store.RunsAsync(filter, cancellationToken);
        var next = filter.Offset + page.Entries.Count;
        return new CronRunsResult
        {
            Entries = page.Entries,
            Total = page.Total,
            Offset = filter.Offset,
            Limit = filter.Limit,
            HasMore = next < page.Total,
            NextOffset = next < page.Total ? next : null,
        };
    }
}
