using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>Names what a job is told to do, so that two editors notice each other. How the job is doing does not change it.</summary>
internal static class JobRevision
{
    public static string Of(CronJob job)
    {
        var definition = job with
        {
            UpdatedAtMs = 0,
            State = CronJobState.None,
            ConfigRevision = null,
            NextRunAtMs = null,
            EffectiveAgentId = null,
            DeliveryPreview = null,
        };
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(definition, SchedulingJsonContext.Default.CronJob));
        return $"sha256:{Base64Url.EncodeToString(hash)}";
    }
}
