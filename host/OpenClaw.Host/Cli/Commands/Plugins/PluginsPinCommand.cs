using System.CommandLine;
using OpenClaw.Host.Cli.Output;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins pin</c>: a line of the lock file of this machine, which no gateway has to know about.</summary>
internal sealed class PluginsPinCommand() : PackageCommand("pin", "Keep an installed plugin at its version")
{
    private readonly Argument<string> _plugin = new("plugin") { Description = "Id of the plugin" };
    private readonly Option<bool> _off = new("--off") { Description = "Let it be updated again" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_plugin);
        command.Options.Add(_off);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        using var manager = Manager(invocation);
        var (id, entry) = await manager.Packages.PinAsync(invocation.Get(_plugin)!, !invocation.Get(_off), cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(new PinnedPackage(id, entry.Version, entry.Pinned), CliJsonContext.Default.PinnedPackage);
        else
            invocation.Console.Output.WriteLine(entry.Pinned ? $"\"{id}\" stays at {entry.Version}." : $"\"{id}\" may be updated.");
        return ExitCodes.Success;
    }
}
