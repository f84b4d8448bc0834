using System.Text.Json;

namespace OpenClaw.Agents;

/// <summary>One entry under <c>models.providers</c>, resolved: environment references and secrets are already filled in.</summary>
public sealed record AgentProviderSettings
{
    /// <summary>The entry's key; the provider's id.</summary>
    public required string Id { get; init; }

    /// <summary>The root of the far end's API, for example <c>https://api.openai.com/v1</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The key, if the far end needs one. Already registered as a secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Extra request headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Models named in configuration; may be empty, then the far end is asked.</summary>
    public IReadOnlyList<ModelInfo> Models { get; init; } = [];

    /// <summary>Time until the far end's first byte. Default 2 minutes.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest silence inside a stream. Default 2 minutes.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The whole entry as written, for settings this record does not name.</summary>
    public JsonElement Raw { get; init; }
}
