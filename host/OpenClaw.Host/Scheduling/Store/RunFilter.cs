using System.Text.Json;
using Microsoft.Data.Sqlite;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Scheduling.Store;

/// <summary>Which ended runs a list holds.</summary>
internal sealed record RunFilter
{
    private const string Condition =
        """
        ended_at IS NOT NULL
        AND ($job IS NULL OR job_id = $job)
        AND ($run IS NULL OR run_id = $run)
        AND ($statuses IS NULL OR instr($statuses, ',' || status || ',') > 0)
        AND ($deliveries IS NULL OR instr($deliveries, ',' || json_extract(entry, '$.deliveryStatus') || ',') > 0)
        AND ($agent IS NULL OR json_extract(job, '$.agentId') = $agent)
        AND ($query IS NULL OR instr(lower(entry), $query) > 0)
        """;

    public string? JobId { get; init; }

    public string? RunId { get; init; }

    public string? AgentId { get; init; }

    public IReadOnlyList<string>? Statuses { get; init; }

    public IReadOnlyList<string>? DeliveryStatuses { get; init; }

    public string? Query { get; init; }

    public bool OldestFirst { get; init; }

    public int Limit { get; init; } = 50;

    public long Offset { get; init; }

    public RunPage Read(SqliteConnection connection)
    {
        var entries = connection.Query(
            $"SELECT entry FROM cron_runs WHERE {Condition} ORDER BY rowid {(OldestFirst ? "ASC" : "DESC")} LIMIT $limit OFFSET $offset",
            static row => JsonSerializer.Deserialize(row.GetString(0), SchedulingJsonContext.Default.CronRunEntry)!,
            [.. Parameters, ("$limit", Limit), ("$offset", Offset)]);
        return new RunPage(entries, connection.Scalar<long>($"SELECT count(*) FROM cron_runs WHERE {Condition}", [.. Parameters]));
    }

    private (string Name, object? Value)[] Parameters =>
    [
        ("$job", JobId),
        ("$run", RunId),
        ("$agent", AgentId),
        ("$statuses", Joined(Statuses)),
        ("$deliveries", Joined(DeliveryStatuses)),
        ("$query", string.IsNullOrWhiteSpace(Query) ? null : Query.ToLowerInvariant()),
    ];

    private static string? Joined(IReadOnlyList<string>? values) => values is null ? null : $",{string.Join(',', values)},";
}
