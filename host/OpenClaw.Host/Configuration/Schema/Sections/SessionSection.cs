using OpenClaw.Host.Configuration.Model.Sessions;

using static OpenClaw.Host.Configuration.Schema.Shape;

namespace OpenClaw.Host.Configuration.Schema.Sections;

/// <summary>The keys of <c>session</c>.</summary>
internal static class SessionSection
{
    private static readonly SchemaNode Reset = Object(
        ("mode", OneOf<SessionResetMode>()), ("atHour", Integer(0, 23)), ("idleMinutes", Integer(1)));

    public static ObjectSchema Create() => Object(
        ("scope", OneOf<SessionScope>()),
        ("dmScope", OneOf<DmScope>()),
        ("groupScope", OneOf<GroupScope>()),
        ("identityLinks", Map(Texts)),
        ("reset", Reset),
        ("resetByType", Object(("direct", Reset), ("group", Reset), ("thread", Reset))),
        ("resetByChannel", Map(Reset)),
        ("resetTriggers", Texts),
        ("store", Text),
        ("mainKey", Text),
        ("typingMode", Text),
        ("typingIntervalSeconds", Number()),
        ("sendPolicy", Open),
        ("maintenance", Object(
            ("mode", OneOf("enforce", "warn")), ("pruneAfter", Duration), ("archiveDashboardAfter", Duration), ("maxEntries", Integer(1)),
            ("maxDiskBytes", Size), ("highWaterBytes", Any), ("resetArchiveRetention", Any), ("preserveRecent", Any))),
        ("threadBindings", Object(("enabled", Flag), ("idleHours", Number()), ("maxAgeHours", Number()))),
        ("agentToAgent", Object(("maxPingPongTurns", Integer(0, 5)))),
        ("maxMessages", Integer(1)),
        ("compactThreshold", Number()));
}
