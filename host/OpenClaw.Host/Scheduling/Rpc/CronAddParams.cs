using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>Parameters of <c>cron.add</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronAddParams
{
    [NonEmpty]
    public required string Name { get; init; }

    [Length(1, 200)]
    [RegularExpression("\\S")]
    public string? DeclarationKey { get; init; }

    [Length(1, 200)]
    [RegularExpression("\\S")]
    public string? DisplayName { get; init; }

    [JsonSchemaText(CronSchemas.OwnerText)]
    public JsonElement? Owner { get; init; }

    [JsonSchemaText(CronSchemas.NullableText)]
    public string? AgentId { get; init; }

    [JsonSchemaText(CronSchemas.NullableText)]
    public string? SessionKey { get; init; }

    public string? Description { get; init; }

    public bool? Enabled { get; init; }

    public bool? DeleteAfterRun { get; init; }

    [JsonSchemaText(CronSchemas.ScheduleText)]
    public required JsonElement Schedule { get; init; }

    [JsonSchemaText(CronSchemas.PacingText)]
    public JsonElement? Pacing { get; init; }

    [JsonSchemaText(CronSchemas.TriggerText)]
    public JsonElement? Trigger { get; init; }

    [JsonSchemaText(CronSchemas.TargetText)]
    public required string SessionTarget { get; init; }

    [AllowedValues("next-heartbeat", "now")]
    public required string WakeMode { get; init; }

    [JsonSchemaText(CronSchemas.PayloadText)]
    public required JsonElement Payload { get; init; }

    [JsonSchemaText(CronSchemas.DeliveryText)]
    public JsonElement? Delivery { get; init; }

    [JsonSchemaText(CronSchemas.FailureAlertText)]
    public JsonElement? FailureAlert { get; init; }

    public CronJob ToJob(string id, long now)
    {
        CronPatch.RefuseConditions(Trigger, Pacing);
        var schedule = CronPatch.ScheduleOf(Schedule);
        return new CronJob
        {
            Id = id,
            DeclarationKey = DeclarationKey,
            DisplayName = DisplayName,
            Owner = Owner,
            AgentId = AgentId,
            SessionKey = SessionKey,
            Name = Name.Trim(),
            Description = Description,
            Enabled = Enabled ?? true,
            DeleteAfterRun = DeleteAfterRun,
            CreatedAtMs = now,
            UpdatedAtMs = now,
            Schedule = CronPatch.Anchored(schedule, now),
            SessionTarget = SessionTarget,
            WakeMode = WakeMode,
            Payload = CronPatch.PayloadOf(Payload),
            Delivery = Delivery,
            FailureAlert = FailureAlert,
            State = CronJobState.None,
        };
    }
}
