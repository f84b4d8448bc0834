using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Host.Scheduling.Jobs;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Scheduling.Rpc;

/// <summary>The changes of <c>cron.update</c>: what is left out stays, an explicit null takes away.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CronPatch
{
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    [NonEmpty]
    public string? Name { get; init; }

    // Optional members that may be taken away are read as JSON, for null and absence differ there.
    [JsonSchemaText("""{"type":["string","null"],"minLength":1,"maxLength":200}""")]
    public JsonElement DisplayName { get; init; }

    [JsonSchemaText(CronSchemas.NullableText)]
    public JsonElement AgentId { get; init; }

    [JsonSchemaText(CronSchemas.NullableText)]
    public JsonElement SessionKey { get; init; }

    public string? Description { get; init; }

    public bool? Enabled { get; init; }

    public bool? DeleteAfterRun { get; init; }

    [JsonSchemaText(CronSchemas.ScheduleText)]
    public JsonElement Schedule { get; init; }

    public JsonElement Pacing { get; init; }

    public JsonElement Trigger { get; init; }

    [JsonSchemaText(CronSchemas.TargetText)]
    public string? SessionTarget { get; init; }

    [AllowedValues("next-heartbeat", "now")]
    public string? WakeMode { get; init; }

    [JsonSchemaText(CronSchemas.PayloadPatchText)]
    public JsonElement Payload { get; init; }

    [JsonSchemaText(CronSchemas.DeliveryText)]
    public JsonElement Delivery { get; init; }

    public JsonElement FailureAlert { get; init; }

    /// <summary>Repair of the state is the gateway's own business; the member is taken and ignored.</summary>
    [JsonSchemaText(CronSchemas.ObjectText)]
    public JsonElement State { get; init; }

    /// <exception cref="InvalidJobException">The result would be no job.</exception>
    public CronJob ApplyTo(CronJob job, long now)
    {
        RefuseConditions(Trigger, Pacing);
        return job with
        {
            Name = Name?.Trim() ?? job.Name,
            DisplayName = Text(DisplayName, job.DisplayName),
            AgentId = Text(AgentId, job.AgentId),
            SessionKey = Text(SessionKey, job.SessionKey),
            Description = Description ?? job.Description,
            Enabled = Enabled ?? job.Enabled,
            DeleteAfterRun = DeleteAfterRun ?? job.DeleteAfterRun,
            Schedule = IsGiven(Schedule) ? Anchored(ScheduleOf(Schedule), now) : job.Schedule,
            SessionTarget = SessionTarget ?? job.SessionTarget,
            WakeMode = WakeMode ?? job.WakeMode,
            Payload = IsGiven(Payload) ? Merged(job.Payload) : job.Payload,
            Delivery = IsGiven(Delivery) ? Delivery : job.Delivery,
            FailureAlert = IsGiven(FailureAlert) ? FailureAlert : job.FailureAlert,
        };
    }

    public static void RefuseConditions(JsonElement? trigger, JsonElement? pacing)
    {
        if (trigger is { ValueKind: JsonValueKind.Object })
            throw new InvalidJobException("trigger: this gateway runs no condition scripts; leave it out");
        if (pacing is { ValueKind: JsonValueKind.Object })
            throw new InvalidJobException("pacing: this gateway does not pace jobs by their own wishes; leave it out");
    }

    public static CronSchedule ScheduleOf(JsonElement schedule) => schedule.Deserialize(SchedulingJsonContext.Default.CronSchedule)!;

    public static CronPayload PayloadOf(JsonElement payload) => payload.Deserialize(SchedulingJsonContext.Default.CronPayload)!;

    /// <summary>An interval counts from the moment it was agreed on, unless another one is named.</summary>
    public static CronSchedule Anchored(CronSchedule schedule, long now) =>
        schedule.Kind == CronKinds.Every ? schedule with { AnchorMs = schedule.AnchorMs ?? now } : schedule;

    private CronPayload Merged(CronPayload old)
    {
        var payload = PayloadOf(Payload);
        var merged = payload.Kind != old.Kind ? payload : payload with
        {
            Text = payload.Text ?? old.Text,
            Message = payload.Message ?? old.Message,
            Model = payload.Model ?? old.Model,
            Fallbacks = payload.Fallbacks ?? old.Fallbacks,
            Thinking = payload.Thinking ?? old.Thinking,
            TimeoutSeconds = payload.TimeoutSeconds ?? old.TimeoutSeconds,
            AllowUnsafeExternalContent = payload.AllowUnsafeExternalContent ?? old.AllowUnsafeExternalContent,
            LightContext = payload.LightContext ?? old.LightContext,
            ToolsAllow = payload.ToolsAllow ?? old.ToolsAllow,
            ToolsAllowIsDefault = payload.ToolsAllowIsDefault ?? old.ToolsAllowIsDefault,
        };
        return merged is { Text: null, Message: null, Kind: CronKinds.SystemEvent or CronKinds.AgentTurn }
            ? throw new InvalidJobException($"a payload of kind {merged.Kind} needs its text")
            : merged;
    }

    private static bool IsGiven(JsonElement value) => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static string? Text(JsonElement change, string? old) => change.ValueKind switch
    {
        JsonValueKind.Undefined => old,
        _ when JsonElement.DeepEquals(change, Nothing) => null,
        _ => change.GetString(),
    };
}
