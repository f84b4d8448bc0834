using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Looks through the folders in which service managers keep their definitions, for anything that may start a gateway.</summary>
internal static class OtherServices
{
    private const int MostFound = 50;
    private static readonly string[] Names = ["openclaw", "moltbot", "clawdbot", "bot.molt"];

    public static IReadOnlyList<GatewayStatusExtra> Find(StatePaths paths) =>
    [
        .. Folders(paths.HomeDirectory)
            .Where(static folder => Directory.Exists(folder.Path))
            .SelectMany(static folder => Files(folder.Path).Select(file => (File: file, folder.Scope)))
            .Where(static found => Names.Any(name => Path.GetFileName(found.File).Contains(name, StringComparison.OrdinalIgnoreCase)))
            .Take(MostFound)
            .Select(static found => new GatewayStatusExtra(Platform, Path.GetFileNameWithoutExtension(found.File), $"unit: {found.File}", found.Scope)),
    ];

    private static string Platform => OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "win32" : "linux";

    private static (string Path, string Scope)[] Folders(string home) => OperatingSystem.IsMacOS()
        ? [(Path.Combine(home, "Library/LaunchAgents"), "user"), ("/Library/LaunchAgents", "system"), ("/Library/LaunchDaemons", "system")]
        : OperatingSystem.IsLinux()
        ? [(Path.Combine(home, ".config/systemd/user"), "user"), ("/etc/systemd/system", "system"), ("/etc/systemd/user", "system")]
        : [];

    private static string[] Files(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What this user may not see is not told.
            return [];
        }
    }
}
