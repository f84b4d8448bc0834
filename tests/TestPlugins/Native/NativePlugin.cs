using System.Runtime.InteropServices;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class NativePlugin : IPlugin
{
    public void Configure(IPluginBuilder builder) => builder.AddBackgroundService<NativeService>();
}

/// <summary>Asks a library of its own for its version, and writes it down.</summary>
public sealed class NativeService(IPluginScope scope) : IPluginService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        File.WriteAllText(Path.Combine(scope.StorageDirectory, "version"), Version().ToString(provider: null));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [DllImport("hazardnative", EntryPoint = "sqlite3_libversion_number")]
    private static extern int Version();
}
