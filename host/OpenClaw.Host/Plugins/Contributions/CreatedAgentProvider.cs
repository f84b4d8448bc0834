using OpenClaw.Agents;

namespace OpenClaw.Host.Plugins.Contributions;

/// <summary>A provider made for one entry under <c>models.providers</c>. Disposing it lets go of the plugin's object.</summary>
internal sealed class CreatedAgentProvider(IAgentProvider provider, Func<ValueTask> release) : IAsyncDisposable
{
    private Func<ValueTask>? _release = release;

    /// <summary>Safe to keep and to call; also an <see cref="IEmbeddingProvider"/> where the plugin's object is one.</summary>
    public IAgentProvider Provider { get; } = provider;

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _release, null)?.Invoke() ?? ValueTask.CompletedTask;
}
