using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OpenClaw.Channels.WhatsApp.Installing;

/// <summary>Node, which runs the bridge: <c>OPENCLAW_NODE</c>, or the one that the path leads to.</summary>
internal static class NodeProgram
{
    public const int OldestMajor = 20;

    private const string Variable = "OPENCLAW_NODE";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="ChannelException">There is none, or it is too old.</exception>
    public static async Task<string> FindAsync(CancellationToken cancellationToken)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var node = string.IsNullOrWhiteSpace(named) ? OnPath("node") : File.Exists(named) ? named : null;
        if (node is null)
        {
            throw Missing(named is { Length: > 0 }
                ? $"{Variable} names no file"
                : "Node is not installed, or not on the gateway's PATH");
        }

        var version = await VersionAsync(node, cancellationToken);
        return Major(version) >= OldestMajor ? node : throw Missing($"{node} is version {version}");
    }

    /// <summary>The program that stands beside Node and fetches packages.</summary>
    /// <exception cref="ChannelException">There is none.</exception>
    public static string Npm(string node)
    {
        var name = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var beside = Path.Combine(Path.GetDirectoryName(node) ?? "", name);
        return File.Exists(beside) ? beside : OnPath("npm") ?? throw Missing("npm is not installed, or not on the gateway's PATH");
    }

    /// <summary>The path with Node's own folder first: npm is a script that looks for Node there.</summary>
    public static string PathWith(string node, string? path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(node)) ?? "";
        return string.IsNullOrEmpty(path) ? folder : $"{folder}{Path.PathSeparator}{path}";
    }

    private static string? OnPath(string name)
    {
        var names = OperatingSystem.IsWindows() ? new[] { $"{name}.exe", $"{name}.cmd" } : [name];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(one => Path.Combine(folder, one)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> VersionAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            try
            {
                var text = process.StandardOutput.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
                return (await text).Trim();
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill();
            }
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or TimeoutException)
        {
            throw Missing($"{node} does not say its version");
        }
    }

    private static int Major(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;

    private static ChannelException Missing(string what) =>
        new($"WhatsApp needs Node {OldestMajor} or newer: {what}. Install it from https://nodejs.org (or set {Variable} to it), then run: openclaw whatsapp install") { IsTransient = false };
}
