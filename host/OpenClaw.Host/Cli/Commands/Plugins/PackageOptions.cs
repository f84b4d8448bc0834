using System.CommandLine;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary>Options that several commands on packages have.</summary>
internal static class PackageOptions
{
    public static Option<string?> Source() => new("--source") { Description = "Only this source: a name of nuget.config, an address, or a folder", HelpName = "source" };

    public static Option<string?> Version() => new("--version") { Description = "A version (1.2.0), a floating one (1.*), a range ([1.0,2.0)), or latest", HelpName = "version" };

    public static Option<bool> DryRun() => new("--dry-run") { Description = "Check everything and change nothing" };

    public static Option<bool> AcceptCapabilities() => new(PackageConsent.CapabilitiesOption) { Description = "Accept what the plugin says it will use" };

    public static Option<bool> AcceptWarnings() => new(PackageConsent.WarningsOption) { Description = "Accept warnings about names and sources" };

    public static Option<bool> AllowDowngrade() => new("--allow-downgrade") { Description = "Take an older version than the installed one" };

    /// <summary>Folders in full: the gateway has another working directory.</summary>
    public static string? FeedOf(string? source) => source is not null && Directory.Exists(source) ? Path.GetFullPath(source) : source;
}
