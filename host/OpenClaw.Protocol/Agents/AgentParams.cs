using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Agents;

/// <summary>Parameters of <c>agent</c>. The gateway accepts every field and uses those it has a meaning for.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AgentParams
{
    /// <summary>What the agent is told.</summary>
    [NonEmpty]
    public required string Message { get; init; }

    /// <summary>Names the run; a repeat answers from memory.</summary>
    [NonEmpty]
    public required string IdempotencyKey { get; init; }

    /// <summary>The agent; the default one when absent.</summary>
    [NonEmpty]
    public string? AgentId { get; init; }

    /// <summary>Model provider for this run.</summary>
    public string? Provider { get; init; }

    /// <summary>Model for this run.</summary>
    public string? Model { get; init; }

    /// <summary>Receiver of the reply on a channel.</summary>
    public string? To { get; init; }

    /// <summary>Receiver of the reply, where it differs.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The session by id.</summary>
    public string? SessionId { get; init; }

    /// <summary>The session by key.</summary>
    public string? SessionKey { get; init; }

    /// <summary>Fails when the session is another one by now.</summary>
    [NonEmpty]
    public string? ExpectedExistingSessionId { get; init; }

    /// <summary>Thinking level for this run.</summary>
    public string? Thinking { get; init; }

    /// <summary>Sends the reply to a channel.</summary>
    public bool? Deliver { get; init; }

    /// <summary>Files for the agent.</summary>
    public IReadOnlyList<JsonElement>? Attachments { get; init; }

    /// <summary>Channel the message came from.</summary>
    public string? Channel { get; init; }

    /// <summary>Channel the reply goes to.</summary>
    public string? ReplyChannel { get; init; }

    /// <summary>Account of the channel.</summary>
    public string? AccountId { get; init; }

    /// <summary>Account of the reply channel.</summary>
    public string? ReplyAccountId { get; init; }

    /// <summary>Thread of the channel.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Group of the channel.</summary>
    public string? GroupId { get; init; }

    /// <summary>Name of the group.</summary>
    public string? GroupChannel { get; init; }

    /// <summary>Space of the group.</summary>
    public string? GroupSpace { get; init; }

    /// <summary>Longest run in seconds.</summary>
    [Range(0, GatewayLimits.MaxSafeInteger)]
    public long? Timeout { get; init; }

    /// <summary>A failed delivery does not fail the run.</summary>
    public bool? BestEffortDeliver { get; init; }

    /// <summary>Queue the run waits in.</summary>
    public string? Lane { get; init; }

    /// <summary>Working folder of tools.</summary>
    [NonEmpty]
    public string? Cwd { get; init; }

    /// <summary>Internal to the reference.</summary>
    public bool? CleanupBundleMcpOnRunEnd { get; init; }

    /// <summary>Internal to the reference.</summary>
    public bool? ModelRun { get; init; }

    /// <summary>How much of the system prompt is used.</summary>
    [AllowedValues("full", "minimal", "none")]
    public string? PromptMode { get; init; }

    /// <summary>Text added to the system prompt.</summary>
    public string? ExtraSystemPrompt { get; init; }

    /// <summary>How much workspace text is loaded.</summary>
    [AllowedValues("full", "lightweight")]
    public string? BootstrapContextMode { get; init; }

    /// <summary>Internal to the reference.</summary>
    [AllowedValues("default", "heartbeat", "cron")]
    public string? BootstrapContextRunKind { get; init; }

    /// <summary>Internal to the reference.</summary>
    [AllowedValues("manual_spawn")]
    public string? AcpTurnSource { get; init; }

    /// <summary>Internal to the reference.</summary>
    [NonEmpty]
    public string? InternalRuntimeHandoffId { get; init; }

    /// <summary>Internal to the reference.</summary>
    public bool? InternalExecutionIdentityRetry { get; init; }

    /// <summary>Internal to the reference.</summary>
    [Range(1, GatewayLimits.MaxSafeInteger)]
    public long? InternalExecutionIdentityRecoveryAttempt { get; init; }

    /// <summary>Internal to the reference.</summary>
    [NonEmpty]
    public string? ExecApprovalFollowupExpectedSessionId { get; init; }

    /// <summary>Internal to the reference.</summary>
    [JsonSchemaText(
        """
        {"type":"array","items":{"type":"object","required":["type","source","childSessionKey","announceType","taskLabel","status","statusLabel","result"],"properties":{
          "type":{"const":"task_completion"},
          "source":{"enum":["subagent","cron","image_generation","video_generation","music_generation"]},
          "childSessionKey":{"type":"string"},"childSessionId":{"type":"string"},"announceType":{"type":"string"},"taskLabel":{"type":"string"},
          "status":{"enum":["ok","timeout","error","unknown"]},"statusLabel":{"type":"string"},"result":{"type":"string"}
        }}}
        """)]
    public JsonElement? InternalEvents { get; init; }

    /// <summary>Where the message came from.</summary>
    public InputProvenance? InputProvenance { get; init; }

    /// <summary>Leaves the message out of the transcript.</summary>
    public bool? SuppressPromptPersistence { get; init; }

    /// <summary>Whether other clients see the run.</summary>
    [AllowedValues("visible", "internal")]
    public string? SessionEffects { get; init; }

    /// <summary>Who delivers the reply.</summary>
    [AllowedValues("automatic", "message_tool_only")]
    public string? SourceReplyDeliveryMode { get; init; }

    /// <summary>Hides the message tool from the agent.</summary>
    public bool? DisableMessageTool { get; init; }

    /// <summary>Internal to the reference.</summary>
    public bool? SwarmCollector { get; init; }

    /// <summary>Internal to the reference.</summary>
    [JsonSchemaText("""{"type":"object"}""")]
    public JsonElement? SwarmOutputSchema { get; init; }

    /// <summary>Internal to the reference.</summary>
    public bool? ForceRestartSafeTools { get; init; }

    /// <summary>Internal to the reference.</summary>
    public bool? ForceCodeModeTools { get; init; }

    /// <summary>The wake word that was heard.</summary>
    public string? VoiceWakeTrigger { get; init; }

    /// <summary>Label for the session.</summary>
    [Length(1, 512)]
    public string? Label { get; init; }

    /// <summary>Protocol 3 only; ignored.</summary>
    public string? SpawnedBy { get; init; }
}
