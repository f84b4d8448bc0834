using OpenClaw.Host.Plugins.Packages.Rpc;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>Nothing was installed: this has to be accepted first.</summary>
internal sealed class ReviewAskedException(PluginsInstallResult review) : Exception("A review has to be accepted.")
{
    public PluginsInstallResult Review { get; } = review;
}
