using System.Text.Json.Serialization;
using OpenClaw.Host.Scheduling.Delivery;
using OpenClaw.Host.Scheduling.Events;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Host.Scheduling.Rpc;
using OpenClaw.Host.Scheduling.Store;
using OpenClaw.Host.Scheduling.Wakes;

namespace OpenClaw.Host.Scheduling;

/// <summary>JSON of the room: what is stored and what travels.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CronJob))]
[JsonSerializable(typeof(CronSchedule))]
[JsonSerializable(typeof(CronPayload))]
[JsonSerializable(typeof(CronRunEntry))]
[JsonSerializable(typeof(CronEvent))]
[JsonSerializable(typeof(HeartbeatEvent))]
[JsonSerializable(typeof(CronAddParams))]
[JsonSerializable(typeof(CronUpdateParams))]
[JsonSerializable(typeof(CronJobParams))]
[JsonSerializable(typeof(CronListParams))]
[JsonSerializable(typeof(CronRunParams))]
[JsonSerializable(typeof(CronRunsParams))]
[JsonSerializable(typeof(WakeParams))]
[JsonSerializable(typeof(SystemEventParams))]
[JsonSerializable(typeof(SetHeartbeatsParams))]
[JsonSerializable(typeof(CronStatusResult))]
[JsonSerializable(typeof(CronListResult))]
[JsonSerializable(typeof(CronRemoveResult))]
[JsonSerializable(typeof(CronRunResult))]
[JsonSerializable(typeof(CronRunsResult))]
[JsonSerializable(typeof(CronJobMissing))]
[JsonSerializable(typeof(SetHeartbeatsResult))]
[JsonSerializable(typeof(DoneResult))]
[JsonSerializable(typeof(FailureNotice))]
internal sealed partial class SchedulingJsonContext : JsonSerializerContext;
