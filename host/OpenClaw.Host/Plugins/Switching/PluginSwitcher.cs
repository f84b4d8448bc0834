using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Plugins.Switching;

/// <summary>Writes into the configuration file whether a plugin may run.</summary>
internal sealed class PluginSwitcher(StatePaths paths, ConfigSource source, ConfigWriter writer)
{
    /// <exception cref="InvalidOperationException">Something else keeps the plugin off.</exception>
    /// <exception cref="ConfigWriteException">The file cannot be written.</exception>
    public async Task<ConfigWritten> WriteAsync(
        string id, bool enabled, bool keepAllowList, string method, string author, CancellationToken cancellationToken)
    {
        var onDisk = ConfigLoader.Load(paths, source.Overrides);
        var change = PluginSwitch.To(ConfigDocuments.InCurrentSpelling(onDisk.Parsed ?? new ConfigObject()), id, enabled, keepAllowList);
        var hash = await ConfigHash.OpenAsync(paths, cancellationToken);
        return await writer.WriteAsync(
            new ConfigChange
            {
                Method = method,
                Author = author,
                Raw = change.Patch,
                BaseHash = hash.Compute(onDisk.Bytes.Span),
                IsPatch = true,
                ReplacePaths = change.ReplacePaths,
            },
            cancellationToken);
    }
}
