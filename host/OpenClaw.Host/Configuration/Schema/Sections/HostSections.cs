using OpenClaw.Host.Configuration.Binding;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Protocol.Keys;
using static OpenClaw.Host.Configuration.Schema.Shape;

namespace OpenClaw.Host.Configuration.Schema.Sections;

/// <summary>The smaller sections: <c>plugins</c>, <c>logging</c>, <c>messages</c>, <c>hooks</c>, <c>env</c>.</summary>
internal static class HostSections
{
    private static readonly SchemaNode Level = OneOf(LogLevelText.Names);

    public static ObjectSchema Plugins() => Object(
        ("enabled", Flag),
        ("allow", Texts),
        ("deny", Texts),
        ("load", Object(("paths", Texts))),
        ("slots", Open),
        ("entries", Map(Object(("enabled", Flag), ("hooks", Any), ("config", Open), ("limits", Limits())))),
        ("installs", Open),
        ("signatures", Object(
            ("mode", OneOf<SignatureMode>()),
            ("trustedSigners", List(Object(
                ("name", Text),
                ("certificateSha256", FormattedText(IsFingerprint, "Write the SHA-256 of the certificate: 64 hex digits, with or without colons.")),
                ("ed25519", FormattedText(IsPublicKey, "Write an Ed25519 public key: 32 bytes in base64."))))))),
        ("packages", Object(("keepPrevious", Integer(1, 20)))));

    private static ObjectSchema Limits() => Object(
        ("maxConcurrentCalls", Integer(1, 10_000)),
        ("queue", Integer(0, 100_000)),
        ("sendsPerSecond", Integer(1, 100_000)),
        ("callTimeoutMs", Integer(100, 86_400_000)));

    public static ObjectSchema Logging() => Object(
        ("level", Level),
        ("consoleLevel", Level),
        ("consoleStyle", OneOf<ConsoleStyle>()),
        ("file", Text),
        ("maxFileBytes", Size),
        ("redactSensitive", OneOf("off", "tools")),
        ("redactPatterns", List(FormattedText(IsPattern, "Write a regular expression; put groups and brackets in pairs."))),
        ("audit", Open),
        ("rotation", Object(("maxFiles", Integer(1, 1000)))));

    public static ObjectSchema Messages() => Object(
        ("queue", Object(
            ("mode", OneOf<QueueMode>()), ("cap", Integer(1, 100_000)), ("drop", OneOf<QueueDropPolicy>()), ("debounceMs", Integer()),
            ("byChannel", Map(OneOf([.. QueueModeText.All, "queue", "steer-backlog", "steer+backlog"]))), ("debounceMsByChannel", Map(Integer())))),
        ("inbound", Object(("debounceMs", Integer()), ("byChannel", Open))),
        ("groupChat", Open),
        ("outbox", Object(("expireAfter", Duration))),
        ("responsePrefix", Text),
        ("ackReaction", Text),
        ("ackReactionScope", Text),
        ("removeAckAfterReply", Flag),
        ("statusReactions", Any),
        ("responseUsage", Any),
        ("usageTemplate", Any));

    public static ObjectSchema Hooks() => Object(
        ("enabled", Flag), ("path", Text), ("token", Credential), ("maxBodyBytes", Integer(1)), ("defaultSessionKey", Text),
        ("allowRequestSessionKey", Flag), ("allowedSessionKeyPrefixes", Texts), ("allowedAgentIds", Texts), ("presets", Texts),
        ("transformsDir", Text), ("mappings", List(Open)), ("internal", Open), ("gmail", Open));

    public static ObjectSchema Env() => Object(
        ("vars", Map(Text)),
        ("shellEnv", Object(("enabled", Flag), ("timeoutMs", Integer()))));

    private static bool IsFingerprint(string text) =>
        text.Replace(":", "", StringComparison.Ordinal) is { Length: 64 } hex && hex.All(char.IsAsciiHexDigit);

    private static bool IsPublicKey(string text)
    {
        Span<byte> key = stackalloc byte[Ed25519.PublicKeySize];
        return DeviceKeys.TryReadPublicKey(text, key);
    }

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new System.Text.RegularExpressions.Regex(text, default, TimeSpan.FromMilliseconds(100));
            return true;
        }
        catch (ArgumentException)
        {
            // The exception is how Regex says that a pattern does not parse.
            return false;
        }
    }
}
