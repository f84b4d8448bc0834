using System.Text.Json.Serialization;
using OpenClaw.Host.Agents.Events;
using OpenClaw.Host.Agents.Lanes;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Agents.Skills;
using OpenClaw.Host.Agents.ToolAccess;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Agents;

/// <summary>JSON of values that only this room writes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TerminalReceipt))]
[JsonSerializable(typeof(FailureDetail))]
[JsonSerializable(typeof(CompactionData))]
[JsonSerializable(typeof(ToolResultData))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<RunMedia>))]
[JsonSerializable(typeof(QueueReport))]
[JsonSerializable(typeof(OutsideContent))]
[JsonSerializable(typeof(AgentsStatsParams))]
[JsonSerializable(typeof(AgentsStatsResult))]
[JsonSerializable(typeof(AbortMark))]
[JsonSerializable(typeof(AgentsListResult))]
[JsonSerializable(typeof(HistoryReset))]
[JsonSerializable(typeof(IReadOnlyList<MessageClient>))]
[JsonSerializable(typeof(MessageTransport))]
[JsonSerializable(typeof(CommandsListParams))]
[JsonSerializable(typeof(CommandsListResult))]
[JsonSerializable(typeof(ToolsCatalogParams))]
[JsonSerializable(typeof(ToolsEffectiveParams))]
[JsonSerializable(typeof(ToolsInvokeParams))]
[JsonSerializable(typeof(ToolsListing))]
[JsonSerializable(typeof(ToolsInvokeResult))]
[JsonSerializable(typeof(SkillsStatusParams))]
[JsonSerializable(typeof(SkillsStatusResult))]
[JsonSerializable(typeof(SkillsBinsResult))]
internal sealed partial class AgentsJsonContext : JsonSerializerContext;
