using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Parameters of <c>sessions.patch</c>. Members that may be null are cleared by null and left alone when absent.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionsPatchParams
{
    /// <summary>The session.</summary>
    [NonEmpty]
    public required string Key { get; init; }

    /// <summary>The agent of the session.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Fails when the transcript is another one by now.</summary>
    [NonEmpty]
    public string? ExpectedSessionId { get; init; }

    /// <summary>Fails when the session started over.</summary>
    [NonEmpty]
    public string? ExpectedLifecycleRevision { get; init; }

    /// <summary>Fails when permissions changed.</summary>
    [JsonSchemaText("""{"enum":["read-only","guarded","workspace","full",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedPermissionMode { get; init; }

    /// <summary>Fails when the sandbox changed.</summary>
    [JsonSchemaText("""{"enum":["off",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedSandboxMode { get; init; }

    /// <summary>Fails when the consent changed.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedNativeRuntimeConsent { get; init; }

    /// <summary>Fails when tools changed.</summary>
    [JsonSchemaText("""{"type":["object","null"],"properties":{"mcpServers":{"type":"object","additionalProperties":{"type":"boolean"}},"mcpToolsDeny":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","minLength":1}}},"skills":{"type":"object","additionalProperties":{"type":"boolean"}},"webSearch":{"type":"boolean"}},"additionalProperties":false}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedToolOverrides { get; init; }

    /// <summary>Fails when it was marked or read meanwhile.</summary>
    [JsonSchemaText("""{"type":["number","null"],"minimum":0}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExpectedMarkedUnreadAt { get; init; }

    /// <summary>Name given by a person, unique.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1,"maxLength":512}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Label { get; init; }

    /// <summary>Name made by a program.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1,"maxLength":512}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement AutoLabel { get; init; }

    /// <summary>Picture in lists.</summary>
    [JsonSchemaText("""{"type":["string","null"]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Icon { get; init; }

    /// <summary>Colour in lists.</summary>
    [JsonSchemaText("""{"type":["string","null"]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Color { get; init; }

    /// <summary>Group in lists.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1,"maxLength":512}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Category { get; init; }

    /// <summary>How it opens.</summary>
    [AllowedValues("chat", "dashboard")]
    public string? BoardFace { get; init; }

    /// <summary>How its board is shown.</summary>
    [JsonSchemaText("""{"enum":["split","expanded",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement BoardPresentation { get; init; }

    /// <summary>What it is about right now.</summary>
    [JsonSchemaText("""{"type":["string","null"],"maxLength":120}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement StatusNote { get; init; }

    /// <summary>Asks for a look.</summary>
    [JsonSchemaText("""{"enum":["hand","key","alert","flag","lock","hourglass",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Attention { get; init; }

    /// <summary>Minutes the note and the call for a look last.</summary>
    [Range(1, 120)]
    public long? TtlMinutes { get; init; }

    /// <summary>Put away.</summary>
    public bool? Archived { get; init; }

    /// <summary>Kept on top.</summary>
    public bool? Pinned { get; init; }

    /// <summary>Has news.</summary>
    public bool? Unread { get; init; }

    /// <summary>Size of the context.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ContextWindow { get; init; }

    /// <summary>Thinking level.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ThinkingLevel { get; init; }

    /// <summary>true, false or auto.</summary>
    [JsonSchemaText("""{"anyOf":[{"type":["boolean","null"]},{"const":"auto"}]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement FastMode { get; init; }

    /// <summary>Tools switched on or off.</summary>
    [JsonSchemaText("""{"type":["object","null"],"properties":{"mcpServers":{"type":"object","additionalProperties":{"type":"boolean"}},"mcpToolsDeny":{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","minLength":1}}},"skills":{"type":"object","additionalProperties":{"type":"boolean"}},"webSearch":{"type":"boolean"}},"additionalProperties":false}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ToolOverrides { get; init; }

    /// <summary>How much of the tools is told.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement VerboseLevel { get; init; }

    /// <summary>How much is traced.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement TraceLevel { get; init; }

    /// <summary>How much of the thinking is shown.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ReasoningLevel { get; init; }

    /// <summary>What is said about tokens.</summary>
    [JsonSchemaText("""{"enum":["off","tokens","full","on",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ResponseUsage { get; init; }

    /// <summary>Rights beyond the sandbox.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ElevatedLevel { get; init; }

    /// <summary>Where commands run.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExecHost { get; init; }

    /// <summary>Retired.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExecSecurity { get; init; }

    /// <summary>Retired.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExecAsk { get; init; }

    /// <summary>Machine commands run on.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement ExecNode { get; init; }

    /// <summary>What its tools may do.</summary>
    [JsonSchemaText("""{"enum":["read-only","guarded","workspace","full",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement PermissionMode { get; init; }

    /// <summary>Switches the sandbox off.</summary>
    [JsonSchemaText("""{"enum":["off",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement SandboxMode { get; init; }

    /// <summary>Consent to a runtime of its own.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement NativeRuntimeConsent { get; init; }

    /// <summary>Model, with or without its provider.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Model { get; init; }

    /// <summary>Runtime of the agent.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement AgentRuntime { get; init; }

    /// <summary>Session that is told of the end.</summary>
    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement CompletionOwnerSessionKey { get; init; }

    /// <summary>Version of the inherited rules.</summary>
    [JsonSchemaText("""{"type":["integer","null"],"minimum":1,"maximum":1}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement InheritedToolPolicyVersion { get; init; }

    /// <summary>Tools the parent allows.</summary>
    [JsonSchemaText("""{"type":["array","null"],"items":{"type":"string","minLength":1}}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement InheritedToolAllow { get; init; }

    /// <summary>Tools the parent denies.</summary>
    [JsonSchemaText("""{"type":["array","null"],"items":{"type":"string","minLength":1}}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement InheritedToolDeny { get; init; }

    /// <summary>Whether answers go out to channels.</summary>
    [JsonSchemaText("""{"enum":["allow","deny",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement SendPolicy { get; init; }

    /// <summary>What wakes it in a group.</summary>
    [JsonSchemaText("""{"enum":["mention","always",null]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement GroupActivation { get; init; }

    /// <summary>Protocol 3 only; ignored.</summary>
    [JsonSchemaText("""{"type":["string","null"]}""")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement SpawnedBy { get; init; }
}
