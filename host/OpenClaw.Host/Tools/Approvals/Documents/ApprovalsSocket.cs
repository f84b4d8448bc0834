using System.Text.Json.Serialization;

namespace OpenClaw.Host.Tools.Approvals.Documents;

/// <summary>Where local helpers ask for decisions.</summary>
internal sealed record ApprovalsSocket
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }
}
