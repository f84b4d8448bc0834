using System.Text.Json.Serialization;

namespace OpenClaw.Host.Sessions.Runs;

/// <summary>What a run was asked. Kept with the run, so that one that was only accepted can start after a restart.</summary>
internal sealed record RunInput
{
    public required string Message { get; init; }

    /// <summary>The session as the caller called it; protocol 3 expects it back.</summary>
    public string? RequestedKey { get; init; }

    public string? Provider { get; init; }

    /// <summary>A model for this run alone, with or without its provider.</summary>
    public string? Model { get; init; }

    /// <summary>What is asked when that model does not answer; null leaves it to the configuration.</summary>
    public IReadOnlyList<string>? Fallbacks { get; init; }

    public string? Thinking { get; init; }

    /// <summary>Whether the chat is shown what tools do: <c>off</c>, <c>on</c> or <c>full</c>.</summary>
    public string? Verbose { get; init; }

    /// <summary>Whether the chat is shown what the model thinks: <c>off</c>, <c>on</c> or <c>stream</c>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>A deadline for this run alone; zero for none.</summary>
    public long? TimeoutMs { get; init; }

    public string? ExtraSystemPrompt { get; init; }

    /// <summary>What started the run where no person did: <c>heartbeat</c>, <c>cron</c>, <c>wake</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>Where the message is from when a stranger wrote it: <c>webhook</c>, <c>mail</c>.</summary>
    public string? Outside { get; init; }

    /// <summary>Whether the agent is told little of its workspace.</summary>
    public bool LightContext { get; init; }

    /// <summary>Characters that a heartbeat's answer may have beside its token and still be silent.</summary>
    public int? AckMaxChars { get; init; }

    public string? ClientId { get; init; }

    public string? ClientMode { get; init; }

    public bool SenderIsOwner { get; init; }

    /// <summary>Set when no person asks: jobs, wakes and the like. Such turns neither end a conversation nor keep it fresh.</summary>
    public bool IsBackground { get; init; }

    /// <summary>What the message does when the session is busy: <c>steer</c>, <c>followup</c>, <c>collect</c> or <c>interrupt</c>.</summary>
    public string? QueueMode { get; init; }

    /// <summary>Files that came with the message.</summary>
    public IReadOnlyList<RunMedia>? Media { get; init; }

    /// <summary>What gave way to this message in a full queue.</summary>
    public LeftOutMessages? LeftOut { get; init; }

    /// <summary>Where the answer is delivered; null for runs of clients, which get it by their connection alone.</summary>
    public ReplyRoute? Route { get; init; }

    /// <summary>Whether nobody waits for an answer, so that one which says that all is well is kept back.</summary>
    [JsonIgnore]
    public bool IsUnasked => Origin is RunOrigins.Heartbeat or RunOrigins.Wake;

    [JsonIgnore]
    public bool IsHeartbeat => Origin == RunOrigins.Heartbeat;
}
