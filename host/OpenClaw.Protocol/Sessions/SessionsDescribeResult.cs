using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Answer to <c>sessions.describe</c>.</summary>
public sealed record SessionsDescribeResult
{
    /// <summary>The row; null for a session that does not exist.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required SessionRow? Session { get; init; }
}
