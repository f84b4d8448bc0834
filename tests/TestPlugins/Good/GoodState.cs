using Microsoft.Extensions.Logging;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>What the parts of the plugin share.</summary>
public sealed class GoodState(IPluginScope scope, ILogger<GoodState> logger) : IAsyncDisposable
{
    public IPluginScope Scope { get; } = scope;

    public ILogger Logger { get; } = logger;

    public HttpClient Http { get; } = scope.CreateHttpClient(new PluginHttpSettings { BaseAddress = new Uri("http://127.0.0.1:9/") });

    /// <summary>Uses the host from inside the host's own call to stop, and asks for another such call in there.</summary>
    public void CallBackWhileStopping(int depth = 3) => Scope.OnStopping(async token =>
    {
        if (depth > 0)
            Try(() => CallBackWhileStopping(depth - 1));
        Try(() => Scope.Run("late", static stop => Task.Delay(Timeout.InfiniteTimeSpan, stop)));
        Try(() => Scope.CreateHttpClient(new PluginHttpSettings()).Dispose());
        await Task.Yield();
        await File.WriteAllTextAsync(Path.Combine(Scope.StorageDirectory, $"called-back-{depth}"), "", token);
    });

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (PluginStoppedException)
        {
            // That is the answer a stopping plugin may get.
        }
    }

    public ValueTask DisposeAsync()
    {
        File.WriteAllText(Path.Combine(Scope.StorageDirectory, "disposed"), "");
        return ValueTask.CompletedTask;
    }
}
