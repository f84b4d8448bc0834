using System.Text.Json;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>What several methods on jobs share.</summary>
internal static class CronAnswers
{
    private const string Advice =
        "List automations and retry with a current job id. For cross-session management, use a fresh authenticated configured channel owner "
        + "or Control UI administrator turn or the Automations page.";

    /// <summary>A job as clients see it.</summary>
    public static CronJob Shown(CronJob job) => job with { ConfigRevision = JobRevision.Of(job), NextRunAtMs = job.State.NextRunAtMs };

    /// <exception cref="RpcException">The call names no job.</exception>
    public static string IdOf(RpcCall call, ICronJobParams parameters) =>
        parameters.Id ?? parameters.JobId ?? throw RpcException.InvalidRequest($"invalid {call.Method} params: missing id");

    public static RpcException Missing(string id, string what = "cron job") => RpcException.InvalidRequest(
        $"{what} not found: {id}. {Advice}",
        JsonSerializer.SerializeToElement(new CronJobMissing(id), SchedulingJsonContext.Default.CronJobMissing));

    public static RpcException Invalid(RpcCall call, InvalidJobException error) =>
        RpcException.InvalidRequest($"invalid {call.Method} params: {error.Message}");
}
