
namespace OpenClaw.Agents.Common.Settings;

/// <summary>One provider entry in the form the requests need.</summary>
internal sealed record EndpointSettings
{
    public required string ProviderId { get; init; }

    /// <summary>Ends in a slash, so that paths are appended instead of replacing its last segment.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The key, where one is sent.</summary>
    public string? Key { get; init; }

    public KeyPlace KeyPlace { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required IReadOnlyDictionary<string, ModelSettings> Models { get; init; }

    public required TimeSpan FirstByteTimeout { get; init; }

    public required TimeSpan IdleTimeout { get; init; }

    public Uri? Proxy { get; init; }

    /// <summary>Why no request can be made; <see langword="null"/> where one can.</summary>
    public string? Problem { get; init; }

    /// <summary>Everything that must never be shown.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    public ModelSettings Model(string id) => Models.TryGetValue(id, out var model) ? model : ModelSettings.Unknown;

    public static EndpointSettings Read(AgentProviderSettings settings, KeyPlace place = KeyPlace.Bearer)
    {
        var entry = ProviderEntry.Read(settings.Raw);
        var models = ModelSettings.ReadAll(settings.Models, entry);
        var bearer = entry.AuthHeader == false || string.IsNullOrEmpty(settings.ApiKey) ? null : settings.ApiKey;
        var headers = settings.Headers.Concat(models.Values.SelectMany(model => model.Headers)).ToList();
        return new EndpointSettings
        {
            ProviderId = settings.Id,
            BaseUrl = WithSlash(settings.BaseUrl),
            Key = bearer,
            KeyPlace = entry.Auth == "token" ? KeyPlace.Bearer : place,
            Headers = settings.Headers,
            Models = models,
            FirstByteTimeout = settings.FirstByteTimeout,
            IdleTimeout = settings.IdleTimeout,
            Proxy = entry.ProxyAddress,
            Problem = entry.Problem is { } problem ? $"models.providers.{settings.Id} {problem}." : SettingsCheck.FindProblem(settings, bearer, headers, entry.Request?.AllowPrivateNetwork == true),
            Secrets = SecretsOf(settings.ApiKey, headers),
        };
    }

    private static List<string> SecretsOf(string? apiKey, List<KeyValuePair<string, string>> headers)
    {
        var secrets = headers.Where(header => SettingsCheck.IsCredential(header.Key)).Select(header => header.Value).ToList();
        if (!string.IsNullOrEmpty(apiKey))
            secrets.Add(apiKey);
        return secrets;
    }

    private static Uri WithSlash(Uri address)
    {
        if (!address.IsAbsoluteUri || address.AbsolutePath.EndsWith('/'))
            return address;
        return new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;
    }
}
