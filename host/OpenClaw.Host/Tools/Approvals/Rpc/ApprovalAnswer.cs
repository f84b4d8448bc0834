using System.Text.Json.Serialization;

namespace OpenClaw.Host.Tools.Approvals.Rpc;

/// <summary>How a request ended, for the one who asked.</summary>
internal sealed record ApprovalAnswer
{
    public required string Id { get; init; }

    public string? Decision { get; init; }

    public required long CreatedAtMs { get; init; }

    public required long ExpiresAtMs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TerminalReason { get; init; }

    public static ApprovalAnswer Of(Approval ended) => new()
    {
        Id = ended.Id,
        Decision = ended.Decision,
        CreatedAtMs = ended.CreatedAtMs,
        ExpiresAtMs = ended.ExpiresAtMs,
    };
}
