using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Manifests;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins install</c>: from a package source, a package file or a plugin folder.</summary>
internal sealed class PluginsInstallCommand() : PackageCommand("install", "Install a plugin from a package source, a .nupkg file or a folder")
{
    private readonly Argument<string> _what = new("package") { Description = "Id of a package (id@version too), a .nupkg file, or a plugin folder" };
    private readonly Option<string?> _version = PackageOptions.Version();
    private readonly Option<string?> _source = PackageOptions.Source();
    private readonly Option<string?> _integrity = new("--integrity") { Description = "SHA-512 the package must have, in base64", HelpName = "sum" };
    private readonly Option<bool> _pin = new("--pin") { Description = "Let updates pass it over" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the same version, or a folder that was put there by hand" };
    private readonly Option<bool> _allowDowngrade = PackageOptions.AllowDowngrade();
    private readonly Option<bool> _acceptCapabilities = PackageOptions.AcceptCapabilities();
    private readonly Option<bool> _acceptWarnings = PackageOptions.AcceptWarnings();
    private readonly Option<bool> _dryRun = PackageOptions.DryRun();

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_what);
        Option[] options = [_version, _source, _integrity, _pin, _force, _allowDowngrade, _acceptCapabilities, _acceptWarnings, _dryRun];
        foreach (var option in options)
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var door = await OpenAsync(invocation, cancellationToken, MethodNames.PluginsInstall);
        var consent = new PackageConsent(invocation.Get(_acceptCapabilities), invocation.Get(_acceptWarnings));
        var result = await InstallAsync(invocation, door, ParametersOf(invocation), consent, cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(result, PackagesRpcJsonContext.Default.PluginsInstallResult);
        else
            Print(invocation, result, Sentence(result, invocation.Get(_dryRun), door.IsServed));
        return ExitCodes.Success;
    }

    private PluginsInstallParams ParametersOf(CliInvocation invocation)
    {
        var what = invocation.Get(_what)!;
        var isPath = IsPath(what);
        return new PluginsInstallParams
        {
            Source = isPath ? PluginsInstallParams.Local : PluginsInstallParams.Nuget,
            Path = isPath ? Path.GetFullPath(what) : null,
            Spec = isPath ? null : what,
            Version = invocation.Get(_version),
            Feed = PackageOptions.FeedOf(invocation.Get(_source)),
            ExpectedIntegrity = invocation.Get(_integrity),
            Pin = invocation.Get(_pin) ? true : null,
            Force = invocation.Get(_force) ? true : null,
            AllowDowngrade = invocation.Get(_allowDowngrade) ? true : null,
            DryRun = invocation.Get(_dryRun) ? true : null,
        };
    }

    // A folder that happens to have the name of a package is not meant, unless it is a plugin.
    private static bool IsPath(string what) =>
        what is "." or ".."
        || what.AsSpan().ContainsAny('/', '\\')
        || what.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase)
        || File.Exists(Path.Combine(what, PluginManifest.FileName));

    private static string Sentence(PluginsInstallResult result, bool dryRun, bool served)
    {
        var what = $"plugin \"{result.PluginId}\" {result.Version} from {result.Source}";
        if (dryRun)
            return $"Would install {what}. Nothing was changed.";
        if (!result.Changed)
            return $"Plugin \"{result.PluginId}\" {result.Version} is installed already.";
        return $"Installed {what}. {(served ? $"It is {result.State ?? "installed"}." : "The gateway loads it when it starts.")}";
    }
}
