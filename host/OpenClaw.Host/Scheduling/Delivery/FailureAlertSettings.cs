using System.Text.Json;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Scheduling.Jobs;

namespace OpenClaw.Host.Scheduling.Delivery;

/// <summary>When and where somebody is told that a job keeps failing. A job's own wishes go before those of the configuration.</summary>
internal sealed record FailureAlertSettings
{
    public int After { get; init; } = 2;

    public long CooldownMs { get; init; } = 3_600_000;

    public bool IncludesSkipped { get; init; }

    public bool IsWebhook { get; init; }

    public string? Channel { get; init; }

    public string? To { get; init; }

    public string? AccountId { get; init; }

    /// <summary>Nothing where nobody is told.</summary>
    public static FailureAlertSettings? Of(OpenClawConfig config, CronJob job)
    {
        var section = Member(Member(config.Raw, "cron"), "failureAlert");
        if (job.FailureAlert is { ValueKind: JsonValueKind.False })
            return null;
        var own = job.FailureAlert is { ValueKind: JsonValueKind.Object } given ? given : default;
        if (own.ValueKind != JsonValueKind.Object && Member(section, "enabled").ValueKind != JsonValueKind.True)
            return null;
        var standard = new FailureAlertSettings();
        return new FailureAlertSettings
        {
            After = (int)Math.Clamp(Number(own, section, "after") ?? standard.After, 1, 1_000),
            CooldownMs = Math.Max(0, Number(own, section, "cooldownMs") ?? standard.CooldownMs),
            IncludesSkipped = Either(own, section, "includeSkipped").ValueKind == JsonValueKind.True,
            IsWebhook = Text(own, section, "mode") == "webhook",
            Channel = Text(own, section, "channel"),
            To = Text(own, section, "to"),
            AccountId = Text(own, section, "accountId"),
        };
    }

    private static JsonElement Either(JsonElement own, JsonElement shared, string name) =>
        Member(own, name) is { ValueKind: not JsonValueKind.Undefined } value ? value : Member(shared, name);

    private static string? Text(JsonElement own, JsonElement shared, string name) =>
        Either(own, shared, name) is { ValueKind: JsonValueKind.String } text && text.GetString()!.Trim() is { Length: > 0 } value ? value : null;

    private static long? Number(JsonElement own, JsonElement shared, string name) =>
        Either(own, shared, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;
}
