using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Parameters of <c>exec.approval.request</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExecApprovalRequestParams
{
    private const string Nullable = """{"type":["string","null"]}""";

    [Length(1, 200)]
    public string? Id { get; init; }

    [NonEmpty]
    public string? Command { get; init; }

    public IReadOnlyList<string>? CommandArgv { get; init; }

    [JsonSchemaText(
        """
        {"type":"object","required":["argv","cwd","commandText","agentId","sessionKey"],"properties":{
          "argv":{"type":"array","items":{"type":"string"}},
          "cwd":{"type":["string","null"]},"commandText":{"type":"string"},"commandPreview":{"type":["string","null"]},
          "agentId":{"type":["string","null"]},"sessionKey":{"type":["string","null"]},
          "policySnapshot":{"type":"object"},"mutableFileOperand":{"type":["object","null"]}
        },"additionalProperties":false}
        """)]
    public JsonElement? SystemRunPlan { get; init; }

    [JsonSchemaText("""{"type":"object","additionalProperties":{"type":"string"}}""")]
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    [JsonSchemaText(Nullable)]
    public string? Cwd { get; init; }

    [JsonSchemaText("""{"type":["string","null"],"minLength":1}""")]
    public string? NodeId { get; init; }

    [JsonSchemaText(Nullable)]
    public string? Host { get; init; }

    [JsonSchemaText(Nullable)]
    public string? Security { get; init; }

    [JsonSchemaText(Nullable)]
    public string? Ask { get; init; }

    [JsonSchemaText(Nullable)]
    public string? WarningText { get; init; }

    [JsonSchemaText("""{"type":"object","properties":{"kind":{"enum":["message-send","payment","external-post","standing-grant"]}},"required":["kind"]}""")]
    public JsonElement? Scope { get; init; }

    [JsonSchemaText("""{"type":"array","items":{"const":"allow-always"},"minItems":1,"maxItems":1}""")]
    public IReadOnlyList<string>? UnavailableDecisions { get; init; }

    [JsonSchemaText("""{"type":"array","items":{"type":"object"}}""")]
    public JsonElement? CommandSpans { get; init; }

    [JsonSchemaText(Nullable)]
    public string? AgentId { get; init; }

    [JsonSchemaText(Nullable)]
    public string? ResolvedPath { get; init; }

    [JsonSchemaText(Nullable)]
    public string? SessionKey { get; init; }

    [JsonSchemaText(Nullable)]
    public string? SessionId { get; init; }

    [JsonSchemaText(Nullable)]
    public string? RunId { get; init; }

    [JsonSchemaText(Nullable)]
    public string? ToolCallId { get; init; }

    [JsonSchemaText(Nullable)]
    public string? TurnSourceChannel { get; init; }

    [JsonSchemaText(Nullable)]
    public string? TurnSourceTo { get; init; }

    [JsonSchemaText(Nullable)]
    public string? TurnSourceAccountId { get; init; }

    [JsonSchemaText("""{"anyOf":[{"type":["string","null"]},{"type":"number"}]}""")]
    public JsonElement? TurnSourceThreadId { get; init; }

    [EachLength(1, 200)]
    [Length(0, 100)]
    public IReadOnlyList<string>? ApprovalReviewerDeviceIds { get; init; }

    public bool? RequireDeliveryRoute { get; init; }

    public bool? SuppressDelivery { get; init; }

    public bool? DeliverToApprovalClientsOnly { get; init; }

    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? TimeoutMs { get; init; }

    public bool? TwoPhase { get; init; }

    /// <summary>What a person is shown; nothing when no command was given.</summary>
    public ApprovalRequest? ToRequest()
    {
        var command = Command ?? PlannedCommand() ?? (CommandArgv is { Count: > 0 } argv ? string.Join(' ', argv) : null);
        return command is null ? null : new ApprovalRequest
        {
            Command = command,
            CommandArgv = CommandArgv,
            EnvKeys = Env is { Count: > 0 } env ? [.. env.Keys.Order(StringComparer.Ordinal)] : null,
            SystemRunPlan = SystemRunPlan is { ValueKind: JsonValueKind.Object } plan ? plan : null,
            Cwd = Cwd,
            NodeId = NodeId,
            Host = Host,
            Security = Security,
            Ask = Ask,
            WarningText = WarningText,
            Scope = Scope,
            CommandAnalysis = CommandAnalysis.Of(command),
            CommandSpans = CommandSpans,
            AllowedDecisions = Decisions(),
            AgentId = AgentId,
            ResolvedPath = ResolvedPath,
            SessionKey = SessionKey,
            SessionId = SessionId,
            RunId = RunId,
            ToolCallId = ToolCallId,
            TurnSourceChannel = TurnSourceChannel,
            TurnSourceTo = TurnSourceTo,
            TurnSourceAccountId = TurnSourceAccountId,
            TurnSourceThreadId = TurnSourceThreadId is { ValueKind: not JsonValueKind.Null } thread ? thread : null,
        };
    }

    private string? PlannedCommand() =>
        SystemRunPlan is { ValueKind: JsonValueKind.Object } plan && plan.TryGetProperty("commandText", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;

    // Where every single call is to be asked for, none can be allowed for good.
    private ImmutableArray<string> Decisions() => Ask == "always" || UnavailableDecisions is { Count: > 0 }
        ? [ApprovalDecisions.AllowOnce, ApprovalDecisions.Deny]
        : ApprovalDecisions.All;
}
