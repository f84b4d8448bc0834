using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Health;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Storage;

/// <summary>Says in <c>health</c> and to probes that nothing can be stored, while that is so.</summary>
internal sealed class StorageHealth(SqliteDatabase database) : IHealthSection, IReadinessProbe
{
    private const string Member = "storage";

    public string Name => Member;

    public ReadinessResult Check() => database.Trouble is { } trouble ? ReadinessResult.NotReady(trouble.Reason) : ReadinessResult.Ready;

    public ValueTask<HealthSummary> ContributeAsync(HealthSummary summary, bool probe, CancellationToken cancellationToken)
    {
        if (database.Trouble is not { } trouble)
            return new(summary);
        var report = new JsonObject { ["ok"] = false, ["reason"] = trouble.Reason, ["since"] = trouble.Since.ToUnixTimeMilliseconds() };
        return new(summary with
        {
            Ok = false,
            Other = new Dictionary<string, JsonElement>(summary.Other ?? new Dictionary<string, JsonElement>(), StringComparer.Ordinal)
            {
                [Member] = JsonElement.Parse(report.ToJsonString()),
            },
        });
    }
}
