using System.Text.Json;

namespace OpenClaw.Host.Configuration.Model.Models;

/// <summary><c>models.providers.&lt;id&gt;</c>.</summary>
internal sealed record ModelProviderConfig
{
    public required string Id { get; init; }

    public string? BaseUrl { get; init; }

    public Secret? ApiKey { get; init; }

    /// <summary>The keys in the order in which they are tried, where there are several ways in; empty where there is <see cref="ApiKey"/> alone.</summary>
    public IReadOnlyList<ProviderCredential> Credentials { get; init; } = [];

    /// <summary>Whether somebody chose that order; else the key that worked last goes first.</summary>
    public bool IsOrderChosen { get; init; }

    public string Auth { get; init; } = "api-key";

    public string Api { get; init; } = "openai-completions";

    /// <summary>Extra request headers; their values are secrets.</summary>
    public IReadOnlyDictionary<string, Secret> Headers { get; init; } = new Dictionary<string, Secret>();

    /// <summary>Whether the key goes into the Authorization header.</summary>
    public bool AuthHeader { get; init; } = true;

    public TimeSpan? Timeout { get; init; }

    public int? MaxTokens { get; init; }

    public IReadOnlyList<ModelDefinition> Models { get; init; } = [];

    /// <summary>The section as written (secrets in clear), for the plugin that speaks this <see cref="Api"/>.</summary>
    public JsonElement Raw { get; init; }

    public override string ToString() => $"{nameof(ModelProviderConfig)} {{ Id = {Id}, Api = {Api} }}";
}
