using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>What a person is asked to allow. Members without a value travel as null; clients count on it.</summary>
internal sealed record ApprovalRequest
{
    public required string Command { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CommandArgv { get; init; }

    /// <summary>Names of the variables the command gets; never their values.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? EnvKeys { get; init; }

    public JsonElement? SystemRunBinding { get; init; }

    public JsonElement? SystemRunPlan { get; init; }

    public string? Cwd { get; init; }

    public string? NodeId { get; init; }

    public string? Host { get; init; }

    public string? Security { get; init; }

    public string? Ask { get; init; }

    public string? WarningText { get; init; }

    public JsonElement? Scope { get; init; }

    public required CommandAnalysis CommandAnalysis { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? CommandSpans { get; init; }

    public required IReadOnlyList<string> AllowedDecisions { get; init; }

    public string? AgentId { get; init; }

    public string? ResolvedPath { get; init; }

    public string? SessionKey { get; init; }

    public string? SessionId { get; init; }

    public string? RunId { get; init; }

    public string? ToolCallId { get; init; }

    public string? TurnSourceChannel { get; init; }

    public string? TurnSourceTo { get; init; }

    public string? TurnSourceAccountId { get; init; }

    public JsonElement? TurnSourceThreadId { get; init; }

    public JsonElement? CronExecutionSource { get; init; }

    public JsonElement? CronOperationBinding { get; init; }
}
