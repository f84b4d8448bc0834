using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Plugins.Packages.Rpc;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>Shows what a package wants, and asks unless that was accepted on the line.</summary>
internal sealed record PackageConsent(bool AcceptsCapabilities, bool AcceptsWarnings)
{
    public const string CapabilitiesOption = "--accept-capabilities";
    public const string WarningsOption = "--accept-warnings";

    /// <exception cref="CliException">Somebody said no, or nobody is there to ask.</exception>
    public void Require(ICliConsole console, PluginsInstallResult review)
    {
        var open = Questions(review).ToList();
        console.Error.WriteLine(ControlText.ToOneLine($"{review.PackageName} {review.Version} from {review.Source}, plugin {review.PluginId}"));
        if (review.Permissions.Count > 0)
            console.Error.WriteLine(ControlText.ToOneLine($"  says it will use: {string.Join(", ", review.Permissions)}"));
        foreach (var warning in review.Warnings)
            console.Error.WriteLine(ControlText.ToOneLine($"  warning: {warning}"));
        if (open.Count == 0)
            return;
        if (console.Answers is not { } answers)
            throw new CliException($"Nothing was installed: nobody is here to ask. Pass {string.Join(" and ", open)} to accept it.");
        console.Error.Write("A plugin runs inside the gateway, with all its rights. Install it? [y/N] ");
        console.Error.Flush();
        if (answers.ReadLine()?.Trim().ToLowerInvariant() is not ("y" or "yes"))
            throw new CliException("Nothing was installed.");
    }

    private IEnumerable<string> Questions(PluginsInstallResult review)
    {
        if (review.Permissions.Count > 0 && !AcceptsCapabilities)
            yield return CapabilitiesOption;
        if (review.Warnings.Count > 0 && !AcceptsWarnings)
            yield return WarningsOption;
    }
}
