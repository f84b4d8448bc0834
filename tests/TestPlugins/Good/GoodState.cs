using Microsoft.Extensions.Logging;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>What the parts of the plugin share.</summary>
public sealed class GoodState(IPluginScope scope, ILogger<GoodState> logger) : IAsyncDisposable
{
    public IPluginScope Scope { get; } = scope;

    public ILogger Logger { get; } = logger;

    public HttpClient Http { get; } = scope.CreateHttpClient(new PluginHttpSettings { BaseAddress = new Uri("http://127.0.0.1:9/") });

    public ValueTask DisposeAsync()
    {
        File.WriteAllText(Path.Combine(Scope.StorageDirectory, "disposed"), "");
        return ValueTask.CompletedTask;
    }
}
