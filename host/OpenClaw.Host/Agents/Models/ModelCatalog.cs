using System.Collections.Concurrent;
using OpenClaw.Agents;
using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Agents.Models;

/// <summary>The models that can be asked: those named in configuration, and what each provider says it serves.</summary>
internal sealed partial class ModelCatalog(
    IAgentProviders providers, IConfigSource configuration, TimeProvider time, ILogger<ModelCatalog> logger)
{
    public const int DefaultContextWindow = 200_000;
    public static readonly TimeSpan ProviderDeadline = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromSeconds(30);

    // As many entries as there are providers; ids come from plugins, never from callers.
    private readonly ConcurrentDictionary<string, Listing> _listings = new(StringComparer.Ordinal);

    /// <summary>Every model of every provider, or of one. A provider that does not answer in time has only its configured ones.</summary>
    public async Task<IReadOnlyList<CatalogModel>> ListAsync(string? provider, bool refresh, CancellationToken cancellationToken)
    {
        var ids = providers.Ids.Union(configuration.Current.Models.Providers.Keys)
            .Where(id => provider is null || string.Equals(id, provider, StringComparison.OrdinalIgnoreCase));
        var lists = await Task.WhenAll(ids.Select(id => ModelsOfAsync(id, refresh, cancellationToken)));
        return [.. lists.SelectMany(static list => list)];
    }

    /// <summary>What is known of a model; a provider that does not answer within the patience given is not waited for.</summary>
    public async Task<ModelInfo> FindAsync(ModelReference reference, TimeSpan patience, CancellationToken cancellationToken)
    {
        var known = Configured(reference.Provider).FirstOrDefault(model => model.Id == reference.Model);
        if (known is null)
        {
            try
            {
                var listed = await ListedAsync(reference.Provider, refresh: false).WaitAsync(patience, time, cancellationToken);
                known = listed.FirstOrDefault(model => model.Id == reference.Model);
            }
            catch (TimeoutException)
            {
                // The list is still on its way; the next run finds it.
            }
        }

        return known ?? new ModelInfo { Id = reference.Model };
    }

    /// <summary>The size of a model's context as far as it is known without asking anybody.</summary>
    public int ContextWindowOf(ModelReference reference) => KnownOf(reference)?.ContextWindow ?? DefaultContextWindow;

    /// <summary>What is known of a model without asking anybody.</summary>
    public ModelInfo? KnownOf(ModelReference reference)
    {
        var known = Configured(reference.Provider).FirstOrDefault(model => model.Id == reference.Model);
        if (known is null && _listings.TryGetValue(reference.Provider, out var listing) && listing.Models.IsCompletedSuccessfully)
            known = listing.Models.Result.FirstOrDefault(model => model.Id == reference.Model);
        return known;
    }

    private async Task<IEnumerable<CatalogModel>> ModelsOfAsync(string id, bool refresh, CancellationToken cancellationToken)
    {
        var configured = Configured(id).ToList();
        var available = providers.Ids.Contains(id);
        var listed = available ? await ListedAsync(id, refresh).WaitAsync(cancellationToken) : [];
        var named = configured.Select(static model => model.Id).ToHashSet(StringComparer.Ordinal);
        return configured.Concat(listed.Where(model => !named.Contains(model.Id))).Select(model => new CatalogModel(id, model, available));
    }

    private IEnumerable<ModelInfo> Configured(string provider) =>
        configuration.Current.Models.Providers.TryGetValue(provider, out var config) ? config.Models.Select(ConfiguredModels.Of) : [];

    private Task<IReadOnlyList<ModelInfo>> ListedAsync(string id, bool refresh)
    {
        if (!refresh && _listings.TryGetValue(id, out var kept) && time.GetTimestamp() < kept.FreshUntil)
            return kept.Models;
        // Not the caller's token: the answer is for everyone who asks meanwhile.
        var listing = new Listing(In(ProviderDeadline + FailureKeptFor));
        listing.Models = AskAsync(id, listing);
        _listings[id] = listing;
        return listing.Models;
    }

    private async Task<IReadOnlyList<ModelInfo>> AskAsync(string id, Listing listing)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var deadline = new CancellationTokenSource(ProviderDeadline, time);
        try
        {
            if (await providers.FindAsync(id, deadline.Token) is not { } provider)
                return [];
            var models = await provider.ListModelsAsync(deadline.Token).AsTask().WaitAsync(deadline.Token);
            listing.FreshUntil = In(KeptFor);
            return models;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            LogSlow(logger, id, ProviderDeadline);
        }
        catch (Exception error)
        {
            // The border to a plugin: one provider that fails must not hide the models of the others.
            LogFailed(logger, id, error);
        }

        listing.FreshUntil = In(FailureKeptFor);
        return [];
    }

    // A timestamp, not a time of the clock on the wall: that may be set back.
    private long In(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);

    private sealed class Listing(long freshUntil)
    {
        public Task<IReadOnlyList<ModelInfo>> Models { get; set; } = Task.FromResult<IReadOnlyList<ModelInfo>>([]);

        public long FreshUntil { get; set; } = freshUntil;
    }

    [LoggerMessage(3001, LogLevel.Warning, "The provider {Provider} did not list its models within {Deadline}.")]
    private static partial void LogSlow(ILogger logger, string provider, TimeSpan deadline);

    [LoggerMessage(3002, LogLevel.Warning, "The provider {Provider} could not list its models.")]
    private static partial void LogFailed(ILogger logger, string provider, Exception error);
}
