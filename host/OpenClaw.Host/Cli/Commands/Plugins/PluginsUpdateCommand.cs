using System.CommandLine;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Packages;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins update</c>: newer versions, each from where the installed one came.</summary>
internal sealed class PluginsUpdateCommand() : PackageCommand("update", "Update installed plugins from where they came")
{
    private readonly Argument<string?> _plugin = new("plugin") { Description = "Id of the plugin", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _all = new("--all") { Description = "All that are not pinned" };
    private readonly Option<string?> _version = PackageOptions.Version();
    private readonly Option<string?> _source = PackageOptions.Source();
    private readonly Option<bool> _allowDowngrade = PackageOptions.AllowDowngrade();
    private readonly Option<bool> _acceptCapabilities = PackageOptions.AcceptCapabilities();
    private readonly Option<bool> _acceptWarnings = PackageOptions.AcceptWarnings();
    private readonly Option<bool> _dryRun = PackageOptions.DryRun();

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_plugin);
        Option[] options = [_all, _version, _source, _allowDowngrade, _acceptCapabilities, _acceptWarnings, _dryRun];
        foreach (var option in options)
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_plugin) is null && !invocation.Get(_all))
            throw new CliException("Name a plugin, or pass --all.");
        await using var door = await OpenAsync(invocation, cancellationToken, MethodNames.PluginsInstall, MethodNames.PluginsList, MethodNames.PluginsInspect);
        var names = await NamesAsync(invocation, door, cancellationToken);
        var consent = new PackageConsent(invocation.Get(_acceptCapabilities), invocation.Get(_acceptWarnings));
        List<PluginsInstallResult> results = [];
        List<CliFailure> failures = [];
        foreach (var name in names)
        {
            try
            {
                var result = await InstallAsync(invocation, door, ParametersOf(invocation, name), consent, cancellationToken);
                results.Add(result);
                if (!invocation.Json)
                    Print(invocation, result, Sentence(result, invocation.Get(_dryRun)));
            }
            catch (Exception error) when (names.Count > 1 && error is PackageException or CliException or GatewayRequestException)
            {
                // One that cannot be updated keeps none of the others.
                failures.Add(new CliFailure { Error = new() { Type = CliError.Local, Message = $"{name}: {error.Message}" } });
                if (!invocation.Json)
                    invocation.Console.Error.WriteLine(ControlText.ToOneLine($"{name}: {error.Message}"));
            }
        }

        if (invocation.Json)
            invocation.Console.WriteJson(new PackageUpdates(failures.Count == 0, results, failures), CliJsonContext.Default.PackageUpdates);
        else if (names.Count == 0)
            invocation.Console.Output.WriteLine("No installed plugin can be updated.");
        return failures.Count == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CliInvocation invocation, IPackageDoor door, CancellationToken cancellationToken) =>
        invocation.Get(_plugin) is { } plugin ? [plugin] : await door.UpdatableAsync(cancellationToken);

    private PluginsInstallParams ParametersOf(CliInvocation invocation, string name) => new()
    {
        Mode = PluginsInstallParams.Update,
        Source = PluginsInstallParams.Nuget,
        PluginId = name,
        Version = invocation.Get(_version),
        Feed = PackageOptions.FeedOf(invocation.Get(_source)),
        AllowDowngrade = invocation.Get(_allowDowngrade) ? true : null,
        DryRun = invocation.Get(_dryRun) ? true : null,
    };

    private static string Sentence(PluginsInstallResult result, bool dryRun)
    {
        if (dryRun && result.PreviousVersion != result.Version)
            return $"Would update \"{result.PluginId}\" from {result.PreviousVersion} to {result.Version}. Nothing was changed.";
        return result.Changed
            ? $"Updated \"{result.PluginId}\" from {result.PreviousVersion} to {result.Version}."
            : $"\"{result.PluginId}\" {result.Version} is the newest that fits.";
    }
}
