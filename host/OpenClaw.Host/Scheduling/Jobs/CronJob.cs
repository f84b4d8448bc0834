using System.Text.Json;

namespace OpenClaw.Host.Scheduling.Jobs;

/// <summary>A job, as stored and as clients see it.</summary>
internal sealed record CronJob
{
    public required string Id { get; init; }

    /// <summary>A name its author recognises the job by; unique.</summary>
    public string? DeclarationKey { get; init; }

    public string? DisplayName { get; init; }

    public string? AgentId { get; init; }

    public string? SessionKey { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Whether the job goes when it has run; a job that runs once does so unless told otherwise.</summary>
    public bool? DeleteAfterRun { get; init; }

    public required long CreatedAtMs { get; init; }

    public required long UpdatedAtMs { get; init; }

    public required CronSchedule Schedule { get; init; }

    public required string SessionTarget { get; init; }

    public required string WakeMode { get; init; }

    public required CronPayload Payload { get; init; }

    public JsonElement? Owner { get; init; }

    public JsonElement? Delivery { get; init; }

    public JsonElement? FailureAlert { get; init; }

    public required CronJobState State { get; init; }

    // The members below are answers only; they are not stored.

    public string? ConfigRevision { get; init; }

    public long? NextRunAtMs { get; init; }

    public string? EffectiveAgentId { get; init; }

    public DeliveryPreview? DeliveryPreview { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool WantsDelivery =>
        Delivery is { ValueKind: JsonValueKind.Object } delivery
        && delivery.TryGetProperty("mode", out var mode)
        && mode.GetString() is not "none";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool RunsOnce => Schedule.Kind == CronKinds.At;

    /// <summary>Where the result goes, where the job names a chat.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public JobAnnouncement? Announcement => IsMode(CronKinds.Announce) ? TargetIn(Delivery) : null;

    /// <summary>Whether the result goes to the chat that the agent was last spoken to from.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool AnnouncesToLast => IsMode(CronKinds.Announce) && Announcement is null && (TextIn(Delivery, "channel") is null or "last");

    /// <summary>The web address that gets the result.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Webhook => IsMode(CronKinds.Webhook) ? TextIn(Delivery, "to") : null;

    /// <summary>The chat that hears of failures, where it is another one.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public JobAnnouncement? FailureDestination =>
        Delivery is { ValueKind: JsonValueKind.Object } delivery && delivery.TryGetProperty("failureDestination", out var given) ? TargetIn(given) : null;

    private bool IsMode(string mode) => TextIn(Delivery, "mode") == mode;

    private static JobAnnouncement? TargetIn(JsonElement? owner) => TextIn(owner, "to") is { } to
        ? new JobAnnouncement(to, TextIn(owner, "channel") is "last" ? null : TextIn(owner, "channel"), TextIn(owner, "accountId"), TextIn(owner, "threadId"))
        : null;

    private static string? TextIn(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } section && section.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
