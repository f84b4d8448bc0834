using System.Runtime.CompilerServices;
using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Budgets;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A plugin's model provider as the host sees it: a stream holds the generation alive until its end.</summary>
internal class LeasedAgentProvider(string id, PluginHandle<IAgentProvider> handle, Func<string, string> redact) : IAgentProvider
{
    private const int MaxModels = 10_000;

    public string Id { get; } = id;

    public string PluginId => handle.PluginId;

    public static LeasedAgentProvider Wrap(string id, PluginHandle<IAgentProvider> handle, bool embeds, Func<string, string> redact) =>
        embeds ? new LeasedEmbeddingProvider(id, handle, redact) : new LeasedAgentProvider(id, handle, redact);

    public async ValueTask<IReadOnlyList<ModelInfo>> ListModelsAsync(CancellationToken cancellationToken)
    {
        using var lease = handle.Lease(out var provider);
        try
        {
            return await handle.Calls.InvokeAsync<ModelInfo[]>(
                "list models", async token => [.. (await provider.ListModelsAsync(token)).Take(MaxModels)], cancellationToken);
        }
        catch (Exception exception)
        {
            throw Translate(exception, cancellationToken);
        }
    }

    public async IAsyncEnumerable<ModelUpdate> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lease = handle.Lease(out var provider);
        using var place = await EnterAsync(cancellationToken);
        var updates = Open(provider, request, cancellationToken);
        try
        {
            while (await NextAsync(updates, cancellationToken) is { } update)
                yield return update;
        }
        finally
        {
            await CloseAsync(updates, cancellationToken);
        }
    }

    protected PluginCalls Calls => handle.Calls;

    protected PluginLease Lease(out IAgentProvider provider) => handle.Lease(out provider);

    protected Exception Translate(Exception exception, CancellationToken cancellationToken) => exception is PluginLimitException
        ? new ModelException(ModelFailure.Overloaded, exception.Message)
        : PluginBoundary.Copy(exception, handle.PluginId, redact, cancellationToken);

    private async ValueTask<PluginPlace> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await handle.Calls.EnterAsync(cancellationToken);
        }
        catch (PluginLimitException exception)
        {
            throw Translate(exception, cancellationToken);
        }
    }

    private IAsyncEnumerator<ModelUpdate> Open(IAgentProvider provider, ModelRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return provider.StreamAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception exception)
        {
            throw Translate(exception, cancellationToken);
        }
    }

    private async ValueTask<ModelUpdate?> NextAsync(IAsyncEnumerator<ModelUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            if (!await updates.MoveNextAsync())
                return null;
            return updates.Current ?? throw new InvalidOperationException("The stream yielded null.");
        }
        catch (Exception exception)
        {
            throw Translate(exception, cancellationToken);
        }
    }

    private async ValueTask CloseAsync(IAsyncEnumerator<ModelUpdate> updates, CancellationToken cancellationToken)
    {
        try
        {
            await updates.DisposeAsync();
        }
        catch (Exception exception)
        {
            throw Translate(exception, cancellationToken);
        }
    }
}
