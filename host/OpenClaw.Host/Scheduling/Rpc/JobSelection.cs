using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Which jobs a list shows, and in which order.</summary>
internal sealed class JobSelection(CronListParams parameters, OpenClawConfig config)
{
    private const string All = "all";

    public List<CronJob> Of(IEnumerable<CronJob> jobs)
    {
        var matching = jobs.Where(Matches).Select(job => CronAnswers.Shown(job) with { EffectiveAgentId = job.AgentId ?? config.Agents.DefaultAgent.Id });
        var descending = parameters.SortDir == "desc";
        var sorted = parameters.SortBy switch
        {
            "name" => Sorted(matching, static job => job.Name, StringComparer.OrdinalIgnoreCase, descending),
            "updatedAtMs" => Sorted(matching, static job => job.UpdatedAtMs, Comparer<long>.Default, descending),
            _ => Sorted(matching, static job => job.State.NextRunAtMs ?? long.MaxValue, Comparer<long>.Default, descending),
        };
        return [.. sorted.ThenBy(static job => job.Id, StringComparer.Ordinal)];
    }

    public static string RevisionOf(IEnumerable<CronJob> jobs)
    {
        var text = new StringBuilder();
        foreach (var job in jobs)
            text.Append(CultureInfo.InvariantCulture, $"{job.Id} {job.ConfigRevision} {job.UpdatedAtMs} {job.State.NextRunAtMs} {job.State.RunningAtMs}\n");
        return $"sha256:{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
    }

    private bool Matches(CronJob job) =>
        IsWanted(job.Enabled)
        && (parameters.AgentId is not { } agent || string.Equals(job.AgentId ?? config.Agents.DefaultAgent.Id, agent, StringComparison.OrdinalIgnoreCase))
        && (parameters.SessionKey is not { } key || job.SessionKey == key)
        && parameters.ScheduleKind is var kind && (kind is null or All || job.Schedule.Kind == kind)
        && parameters.LastRunStatus is var status && (status is null or All || (job.State.LastRunStatus ?? "unknown") == status)
        && parameters.Trigger is not "conditional"
        && (string.IsNullOrWhiteSpace(parameters.Query)
            || job.Name.Contains(parameters.Query, StringComparison.OrdinalIgnoreCase)
            || job.Description?.Contains(parameters.Query, StringComparison.OrdinalIgnoreCase) is true);

    private bool IsWanted(bool enabled) => parameters.Enabled switch
    {
        All => true,
        "disabled" => !enabled,
        "enabled" => enabled,
        _ => enabled || parameters.IncludeDisabled is true,
    };

    private static IOrderedEnumerable<CronJob> Sorted<T>(IEnumerable<CronJob> jobs, Func<CronJob, T> by, IComparer<T> comparer, bool descending) =>
        descending ? jobs.OrderByDescending(by, comparer) : jobs.OrderBy(by, comparer);
}
