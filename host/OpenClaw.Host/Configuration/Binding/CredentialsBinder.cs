using OpenClaw.Host.Configuration.Model.Models;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>Reads the keys of providers out of <c>auth.profiles</c> and their order out of <c>auth.order</c>.</summary>
internal static class CredentialsBinder
{
    public static ModelsConfig Bind(ModelsConfig models, SectionReader auth)
    {
        if (!auth.Has("profiles"))
            return models;
        var profiles = auth.Map("profiles").ToList();
        var providers = new Dictionary<string, ModelProviderConfig>(StringComparer.Ordinal);
        foreach (var (id, provider) in models.Providers)
            providers[id] = With(provider, profiles, auth.Section("order").Texts(id));
        return models with { Providers = providers };
    }

    private static ModelProviderConfig With(
        ModelProviderConfig provider, List<(string Name, SectionReader Reader)> profiles, IReadOnlyList<string>? order)
    {
        var keys = new List<ProviderCredential>();
        foreach (var (name, profile) in profiles)
        {
            if (string.Equals(profile.Text("provider"), provider.Id, StringComparison.OrdinalIgnoreCase) && profile.Secret("apiKey") is { } key)
                keys.Add(new ProviderCredential(name, key));
        }

        if (keys.Count == 0)
            return provider;
        // A key that stands with the provider is one of them: before the others, unless an order names some.
        if (provider.ApiKey is { } own)
            keys.Insert(0, new ProviderCredential(ProviderCredential.Own, own));
        if (order is not { Count: > 0 })
            return provider with { Credentials = keys };
        var ordered = new List<ProviderCredential>();
        foreach (var name in order)
        {
            if (keys.Find(key => key.Name == name) is { } named && !ordered.Contains(named))
                ordered.Add(named);
        }

        return provider with { Credentials = ordered.Count > 0 ? ordered : keys, IsOrderChosen = ordered.Count > 0 };
    }
}
