using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Packages.Rpc;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>What <c>plugins update</c> prints for scripts.</summary>
internal sealed record PackageUpdates(bool Ok, IReadOnlyList<PluginsInstallResult> Results, IReadOnlyList<CliFailure> Failures);
