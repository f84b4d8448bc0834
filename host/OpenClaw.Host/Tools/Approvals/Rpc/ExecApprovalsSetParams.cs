using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>Parameters of <c>exec.approvals.set</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExecApprovalsSetParams
{
    [JsonSchemaText(
        """
        {"type":"object","properties":{"version":{"type":"integer","minimum":1,"maximum":1},
        "socket":{"type":"object","properties":{"path":{"type":"string"},"token":{"type":"string"}},"additionalProperties":false},
        "defaults":{"type":"object","properties":{"security":{"enum":["deny","allowlist","full"]},"ask":{"enum":["off","on-miss","always"]},
        "askFallback":{"enum":["deny","allowlist","full"]},"autoAllowSkills":{"type":"boolean"}},"additionalProperties":false},
        "agents":{"type":"object","additionalProperties":{"type":"object","properties":{"security":{"enum":["deny","allowlist","full"]},
        "ask":{"enum":["off","on-miss","always"]},"askFallback":{"enum":["deny","allowlist","full"]},"autoAllowSkills":{"type":"boolean"},
        "allowlist":{"type":"array","items":{"type":"object","properties":{"pattern":{"type":"string"}},"required":["pattern"]}}}}}},
        "required":["version"],"additionalProperties":false}
        """)]
    public required JsonElement File { get; init; }

    /// <summary>The hash of the document that the caller has seen.</summary>
    [NonEmpty]
    public string? BaseHash { get; init; }
}
