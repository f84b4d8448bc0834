using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Host.Tools.Approvals.Rpc;

namespace OpenClaw.Host.Tools.Approvals.Documents;

/// <summary>What may be executed without asking, as people edit it.</summary>
internal sealed record ApprovalsDocument
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public int Version { get; init; } = 1;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApprovalsSocket? Socket { get; init; }

    public JsonElement Defaults { get; init; } = Nothing;

    public JsonElement Agents { get; init; } = Nothing;

    /// <summary>Defaults that count, with the gateway's own where the document has none: ask when in doubt, and no answer is a no.</summary>
    public ResolvedApprovalDefaults Resolved() => new(
        Text("security") ?? "allowlist", Text("ask") ?? "on-miss", Text("askFallback") ?? "deny", Defaults.TryGetProperty("autoAllowSkills", out var flag) && flag.ValueKind == JsonValueKind.True);

    private string? Text(string name) => Defaults.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
