using System.Text.Json;

namespace OpenClaw.Agents.Common.Settings;

/// <summary><c>models.providers.&lt;id&gt;.request</c>.</summary>
internal sealed record RequestEntry
{
    /// <summary>An address; other forms are left to the host.</summary>
    public JsonElement Proxy { get; init; }

    public bool? AllowPrivateNetwork { get; init; }
}
