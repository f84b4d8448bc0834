using OpenClaw.Host.Tests.Channels.Crash;
using OpenClaw.Host.Tests.Channels.Outbox;
using OpenClaw.Host.Tests.Plugins;
using OpenClaw.Host.Tests.Plugins.Packages;
using OpenClaw.Host.Tests.Storage;

namespace OpenClaw.Host.Tests;

/// <summary>Lets a test run a part of itself as a second process, one that may be killed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        [StorageChild.WriteRows, var path] => await StorageChild.WriteRowsAsync(path),
        [StorageChild.ReplaceFile, var path] => await StorageChild.ReplaceFileAsync(path),
        [StorageChild.RecordSteps, var path, var log, var rows] =>
            await StorageChild.RecordStepsAsync(path, log, int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture)),
        [StorageChild.HangInMigration, var path] => await StorageChild.HangInMigrationAsync(path),
        [StorageChild.HoldLock, var path] => await StorageChild.HoldLockAsync(path),
        [PluginChild.ThrowOnThread, var path] => await PluginChild.ThrowOnThreadAsync(path),
        [PackageChild.InstallUntil, var root, var feed, var version, var phase] => await PackageChild.InstallUntilAsync(root, feed, version, phase),
        [PluginChild.Stray, var act] => await PluginChild.StrayAsync(act),
        [PluginChild.Pool] => await PluginChild.PoolAsync(),
        [PluginChild.Crash, var path, var place, var act] => await PluginChild.CrashAsync(path, place, act),
        [OutboxChild.Send, var path, var how] => await OutboxChild.SendAsync(path, how == "repeatable"),
        [CrashChild.Name, var path, var how, var point] => await CrashChild.RunAsync(path, how == "repeatable", point),
        _ => 64,
    };
}
