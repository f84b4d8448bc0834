using OpenClaw.Agents;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Models;
using OpenClaw.Host.Plugins.Contributions;

namespace OpenClaw.Host.Agents.Models;

/// <summary>
/// Takes providers from the plugins: those that a plugin brings with an id of its own, and those made for the entries of
/// <c>models.providers</c> by the plugin that speaks their API. An entry goes before a provider of the same id.
/// </summary>
internal sealed class PluginAgentProviders(IPluginCatalog plugins, IConfigSource configuration) : IAgentProviders, IAsyncDisposable
{
    private readonly SemaphoreSlim _making = new(1, 1);

    // One for each entry of the configuration and each of its keys at most.
    private readonly Dictionary<string, Made> _made = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids
    {
        get
        {
            var offered = plugins.Current;
            var configured = configuration.Current.Models.Providers.Values
                .Where(entry => offered.Apis.ContainsKey(entry.Api) || offered.Waiting.Apis.ContainsKey(entry.Api));
            return
            [
                .. configured.Select(static entry => entry.Id)
                    .Union(offered.Providers.Keys).Union(offered.Waiting.Providers.Keys).Order(StringComparer.Ordinal),
            ];
        }
    }

    public ValueTask<IAgentProvider?> FindAsync(string id, CancellationToken cancellationToken) => FindAsync(id, credential: null, cancellationToken);

    public async ValueTask<IAgentProvider?> FindAsync(string id, ProviderCredential? credential, CancellationToken cancellationToken)
    {
        var entry = configuration.Current.Models.Providers.GetValueOrDefault(id);
        if (WaitingFor(id, entry) is { } plugin)
            await plugins.WakeAsync(plugin, cancellationToken);
        var offered = plugins.Current;
        if (entry is not null && offered.Apis.TryGetValue(entry.Api, out var api))
            return await MakeAsync(entry, credential ?? (entry.Credentials.Count > 0 ? entry.Credentials[0] : null), api, cancellationToken);
        return offered.Providers.TryGetValue(id, out var provider) ? provider.Provider : null;
    }

    // The plugin whose code is not loaded yet, if it is the one to ask.
    private string? WaitingFor(string id, ModelProviderConfig? entry)
    {
        var offered = plugins.Current;
        if (entry is not null && offered.Apis.ContainsKey(entry.Api))
            return null;
        return entry is not null && offered.Waiting.Apis.TryGetValue(entry.Api, out var speaker) ? speaker
            : offered.Waiting.Providers.GetValueOrDefault(id);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made.Values)
            await made.Provider.DisposeAsync();
        _making.Dispose();
    }

    private async ValueTask<IAgentProvider> MakeAsync(
        ModelProviderConfig entry, ProviderCredential? credential, AgentApiContribution api, CancellationToken cancellationToken)
    {
        var key = $"{entry.Id}#{credential?.Name}";
        await _making.WaitAsync(cancellationToken);
        try
        {
            foreach (var (name, old) in _made)
            {
                if (old.Entry.Id != entry.Id || (ReferenceEquals(old.Entry, entry) && ReferenceEquals(old.Api, api)))
                    continue;
                _made.Remove(name);
                // Not awaited: it ends after the replies that it streams now, and with its generation at the latest.
                _ = old.Provider.DisposeAsync().AsTask();
            }

            if (_made.TryGetValue(key, out var known))
                return known.Provider.Provider;
            var keyed = credential is null ? entry : entry with { ApiKey = credential.ApiKey };
            var made = new Made(entry, api, await api.CreateAsync(ProviderSettings.Of(keyed), cancellationToken));
            _made.Add(key, made);
            return made.Provider.Provider;
        }
        finally
        {
            _making.Release();
        }
    }

    private sealed record Made(ModelProviderConfig Entry, AgentApiContribution Api, CreatedAgentProvider Provider);
}
