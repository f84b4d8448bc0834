using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Chat;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.create</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsCreateParams
{
    /// <summary>The key; one is made when absent.</summary>
    [NonEmpty]
    public string? Key { get; init; }

    /// <summary>A repeat gives the session of the first request.</summary>
    [NonEmpty]
    public string? IdempotencyKey { get; init; }

    /// <summary>The agent; the default one when absent.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Name given by a person, unique.</summary>
    [Length(1, 512)]
    public string? Label { get; init; }

    /// <summary>Name to show.</summary>
    [Length(1, 500)]
    public string? DisplayName { get; init; }

    /// <summary>Text a title can be made from.</summary>
    [Length(0, 1000)]
    public string? TitleSource { get; init; }

    /// <summary>Group in lists.</summary>
    [Length(1, 512)]
    public string? Category { get; init; }

    /// <summary>Model, with or without its provider.</summary>
    [NonEmpty]
    public string? Model { get; init; }

    /// <summary>Runtime of the agent.</summary>
    [NonEmpty]
    public string? AgentRuntime { get; init; }

    /// <summary>Size of the context.</summary>
    [NonEmpty]
    public string? ContextWindow { get; init; }

    /// <summary>Thinking level.</summary>
    [NonEmpty]
    public string? ThinkingLevel { get; init; }

    /// <summary>true, false or auto.</summary>
    [JsonSchemaText("""{"anyOf":[{"type":"boolean"},{"const":"auto"}]}""")]
    public JsonElement? FastMode { get; init; }

    /// <summary>What its tools may do.</summary>
    [AllowedValues("read-only", "guarded", "workspace", "full")]
    public string? PermissionMode { get; init; }

    /// <summary>Tools switched on or off.</summary>
    [JsonSchemaText("""{"type":"object","properties":{"mcpServers":{"type":"object","additionalProperties":{"type":"boolean"}},"mcpToolsDeny":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","minLength":1}}},"skills":{"type":"object","additionalProperties":{"type":"boolean"}},"webSearch":{"type":"boolean"}},"additionalProperties":false}""")]
    public JsonElement? ToolOverrides { get; init; }

    /// <summary>Leaves no trace.</summary>
    public bool? Incognito { get; init; }

    /// <summary>Who may see it.</summary>
    [AllowedValues("shared", "read-only", "suggest", "draft")]
    public string? Visibility { get; init; }

    /// <summary>Entry of a catalogue it starts from.</summary>
    [NonEmpty]
    public string? CatalogId { get; init; }

    /// <summary>The session it comes from.</summary>
    [NonEmpty]
    public string? ParentSessionKey { get; init; }

    /// <summary>How deep it lies below the session of a person.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? SpawnDepth { get; init; }

    /// <summary>Begins with the messages of its parent.</summary>
    public bool? Fork { get; init; }

    /// <summary>Where the fork begins.</summary>
    [AllowedValues("last-completed")]
    public string? ForkFrom { get; init; }

    /// <summary>Tells hooks about it.</summary>
    public bool? EmitCommandHooks { get; init; }

    /// <summary>Takes the place of its parent.</summary>
    public bool? SucceedsParent { get; init; }

    /// <summary>Longest first run.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    /// <summary>First message, as a task.</summary>
    public string? Task { get; init; }

    /// <summary>First message.</summary>
    public string? Message { get; init; }

    /// <summary>People named in the message.</summary>
    [Length(0, 10)]
    public IReadOnlyList<ChatMention>? Mentions { get; init; }

    /// <summary>Files.</summary>
    public IReadOnlyList<ChatAttachment>? Attachments { get; init; }

    /// <summary>Its project.</summary>
    [NonEmpty]
    public string? ProjectId { get; init; }

    /// <summary>Repository of a new project.</summary>
    [Length(1, 2048)]
    public string? ProjectGitUrl { get; init; }

    /// <summary>Source code it works on.</summary>
    public SessionRepository? Repository { get; init; }

    /// <summary>Works in a copy of the source code.</summary>
    public bool? Worktree { get; init; }

    /// <summary>What the copy begins with.</summary>
    [AllowedValues("empty")]
    public string? WorktreeSource { get; init; }

    /// <summary>Commit the copy begins with.</summary>
    [NonEmpty]
    public string? WorktreeBaseRef { get; init; }

    /// <summary>Name of the copy.</summary>
    [RegularExpression("^[a-z0-9][a-z0-9-]{0,63}$")]
    public string? WorktreeName { get; init; }

    /// <summary>Machine its commands run on.</summary>
    [NonEmpty]
    public string? ExecNode { get; init; }

    /// <summary>Working folder.</summary>
    [NonEmpty]
    public string? Cwd { get; init; }
}
