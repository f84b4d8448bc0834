using Microsoft.Extensions.Logging;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Plugins;

/// <summary>What a second process does for the plugin tests.</summary>
internal static class PluginChild
{
    public const string ThrowOnThread = "plugin-throw-on-thread";

    /// <summary>Lets a plugin throw on a thread of its own and reports what the guard made of it, or dies of it.</summary>
    public static async Task<int> ThrowOnThreadAsync(string plugin)
    {
        await using var plugins = await new PluginTestHost().With(plugin).StartAsync();
        using var loggers = new LoggerFactory();
        new UnhandledExceptionGuard(plugins.Host, plugins.Secrets, loggers.CreateLogger<UnhandledExceptionGuard>()).Install();
        await plugins.ActAsync("thread");
        PluginStatus status;
        do
        {
            await Task.Yield();
            status = plugins.Status(plugin);
        }
        while (status.Degraded is null);
        Console.WriteLine($"{status.State} {status.Degraded}");
        return 0;
    }
}
