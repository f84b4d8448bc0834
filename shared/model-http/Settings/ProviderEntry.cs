using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenClaw.Agents.Common.Settings;

/// <summary>The parts of a provider entry that the contract does not name.</summary>
internal sealed record ProviderEntry
{
    public bool? AuthHeader { get; init; }

    /// <summary><c>token</c> asks for a bearer where the key has a header of its own.</summary>
    public string? Auth { get; init; }

    public RequestEntry? Request { get; init; }

    public IReadOnlyList<ModelEntry?>? Models { get; init; }

    [JsonIgnore]
    public string? Problem { get; init; }

    [JsonIgnore]
    public Uri? ProxyAddress =>
        Request?.Proxy.ValueKind == JsonValueKind.String && Uri.TryCreate(Request.Proxy.GetString(), UriKind.Absolute, out var address) ? address : null;

    public static ProviderEntry Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
            return new ProviderEntry();
        try
        {
            return entry.Deserialize(ConfigJsonContext.Default.ProviderEntry) ?? new ProviderEntry();
        }
        catch (JsonException exception)
        {
            return new ProviderEntry { Problem = $"has a value of a wrong type at {exception.Path}" };
        }
    }
}
