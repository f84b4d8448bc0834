using OpenClaw.Agents;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A plugin's model provider that also embeds.</summary>
internal sealed class LeasedEmbeddingProvider(string id, PluginHandle<IAgentProvider> handle, Func<string, string> redact)
    : LeasedAgentProvider(id, handle, redact), IEmbeddingProvider
{
    public async ValueTask<EmbeddingResult> EmbedAsync(string model, IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken)
    {
        using var lease = Lease(out var provider);
        try
        {
            return await Calls.InvokeAsync("embed", async token => Copy(await ((IEmbeddingProvider)provider).EmbedAsync(model, texts, dimensions, token)), cancellationToken);
        }
        catch (Exception exception)
        {
            throw Translate(exception, cancellationToken);
        }
    }

    private static EmbeddingResult Copy(EmbeddingResult result)
    {
        ReadOnlyMemory<float>[] vectors = [.. result.Vectors];
        return new EmbeddingResult(vectors, result.Usage);
    }
}
