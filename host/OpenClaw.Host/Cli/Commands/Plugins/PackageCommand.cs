using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>A command on plugin packages. It asks the gateway of this state directory if one runs, and does the work itself if none does.</summary>
internal abstract class PackageCommand(string name, string description) : RemoteCommand(name, description, new RemoteOptions(InstallTimeoutMs))
{
    private const int InstallTimeoutMs = 600_000;

    protected override CliReport? Explain(Exception error, CliInvocation invocation) =>
        error is PackageException or StorageException ? CliReport.Local(error.Message) : base.Explain(error, invocation);

    protected async Task<IPackageDoor> OpenAsync(CliInvocation invocation, CancellationToken cancellationToken, params string[] methods) =>
        AsksGateway(invocation)
            ? new GatewayPackageDoor(await ConnectAsync(invocation, cancellationToken, methods))
            : new LocalPackageDoor(Manager(invocation));

    /// <summary>Whether some gateway answers: one elsewhere that was named, or the one of this state directory.</summary>
    protected bool AsksGateway(CliInvocation invocation) =>
        GatewayTargets.Resolve(invocation, Remote).Bind is null || InstanceLock.IsHeld(invocation.Paths);

    protected static PackageManager Manager(CliInvocation invocation) => new(
        invocation.Paths, invocation.RequireConfig(), new PluginSelectionFactory(invocation.Paths, AppContext.BaseDirectory), PackageLimits.Default, invocation.Time);

    /// <summary>Installs, and asks whoever sits there what has to be asked.</summary>
    protected static async Task<PluginsInstallResult> InstallAsync(
        CliInvocation invocation, IPackageDoor door, PluginsInstallParams parameters, PackageConsent consent, CancellationToken cancellationToken)
    {
        for (var asked = false; ; asked = true)
        {
            try
            {
                await using var progress = PackageProgress.For(invocation);
                return await door.InstallAsync(parameters, progress.Report, cancellationToken);
            }
            catch (ReviewAskedException needed) when (!asked)
            {
                consent.Require(invocation.Console, needed.Review);
                parameters = parameters with { AcknowledgeCapabilities = new AcknowledgedCapabilities { ReviewToken = needed.Review.ReviewToken } };
            }
        }
    }

    protected static void Print(CliInvocation invocation, PluginsInstallResult result, string done)
    {
        foreach (var note in result.Notes.Concat(result.Warnings))
            invocation.Console.Error.WriteLine(ControlText.ToOneLine($"note: {note}"));
        invocation.Console.Output.WriteLine(ControlText.ToOneLine(done));
    }
}
