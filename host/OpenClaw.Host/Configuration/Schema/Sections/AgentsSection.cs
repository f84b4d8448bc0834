using static OpenClaw.Host.Configuration.Schema.Shape;

namespace OpenClaw.Host.Configuration.Schema.Sections;

/// <summary>The keys of <c>agents</c>: defaults, and agents that override them.</summary>
internal static class AgentsSection
{
    private const string IdFix = "Use lower-case letters, digits, \"_\" and \"-\", at most 64, starting with a letter or digit.";

    private static readonly SchemaNode Model = Either("Write \"provider/model\", or { primary: \"provider/model\", fallbacks: [] }.",
        Text, Object(("primary", Text), ("fallbacks", Texts)));

    private static readonly SchemaNode Thinking = OneOf("off", "minimal", "low", "medium", "high", "xhigh", "adaptive", "max", "ultra");

    private static readonly SchemaNode Verbosity = OneOf("off", "on", "full");

    // Keys that mean the same for all agents and for one of them.
    private static readonly (string, SchemaNode)[] Shared =
    [
        ("workspace", Text), ("cwd", Text), ("repoRoot", Text), ("model", Model), ("models", Map(ModelSettings())),
        ("modelPolicy", Object(("allow", Texts))), ("imageModel", Model), ("pdfModel", Model), ("utilityModel", Model),
        ("decisionModel", Model), ("voiceModel", Model), ("mediaModels", Open), ("thinkingDefault", Thinking),
        ("verboseDefault", Verbosity), ("reasoningDefault", OneOf("off", "on", "stream")), ("elevatedDefault", OneOf("off", "on", "ask", "full")),
        ("fastModeDefault", FlagOrAuto), ("timeoutSeconds", Integer()), ("contextTokens", Integer(1)), ("skipBootstrap", Flag), ("skipOptionalBootstrapFiles", Texts),
        ("bootstrapMaxChars", Integer(1)), ("bootstrapTotalMaxChars", Integer(1)),
        ("contextInjection", OneOf("always", "continuation-skip", "never")), ("userTimezone", Text), ("timeFormat", Text),
        ("envelopeTimezone", Text), ("envelopeTimestamp", Text), ("envelopeElapsed", Text), ("heartbeat", Open), ("compaction", Open),
        ("contextPruning", Open), ("blockStreamingDefault", OneOf("off", "on")), ("blockStreamingBreak", OneOf("text_end", "message_end")),
        ("blockStreamingChunk", Open), ("blockStreamingCoalesce", Open), ("humanDelay", Open), ("typingMode", Text),
        ("typingIntervalSeconds", Number()), ("mediaMaxMb", Number()), ("imageMaxDimensionPx", Integer(1)), ("subagents", Open),
        ("sandbox", Open), ("memorySearch", Open), ("memory", Open), ("skills", Texts), ("params", Open), ("embeddedAgent", Open),
        ("startupContext", Open), ("silentReply", Any),
    ];

    public static ObjectSchema Create() => Object(
        ("defaults", Object([.. Shared, ("maxConcurrent", Integer(1, 1024)), ("systemAgent", Text)])),
        ("entries", new MapSchema(Agent(), IsAgentId, IdFix)),
        ("ownership", Text));

    public static bool IsAgentId(string id) =>
        id.Length is > 0 and <= 64
        && char.IsAsciiLetterOrDigit(id[0])
        && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static ObjectSchema Agent() => Object(
    [
        .. Shared, ("name", Text), ("description", Text), ("default", Flag), ("agentDir", Text),
        ("identity", Object(("name", Text), ("theme", Text), ("emoji", Text), ("avatar", Text))), ("tools", Open), ("groupChat", Open),
        ("runtime", Any),
    ]);

    private static ObjectSchema ModelSettings() =>
        Object(("alias", Text), ("params", Open), ("streaming", Any), ("agentRuntime", Any));
}
