using System.ComponentModel;
using System.Diagnostics;
using OpenClaw.Channels.WhatsApp.Bridge;

namespace OpenClaw.Channels.WhatsApp.Installing;

/// <summary>
/// Fetches the bridge's packages with npm: exactly those of the lock file, nothing of them is run, into a folder beside the final one that
/// takes its place when all is there.
/// </summary>
internal sealed class PackageInstall(SidecarPackages packages, TimeProvider time) : IDisposable
{
    private const int LongestLine = 8192;
    private const int KeptLines = 12;

    private static readonly string[] Passed =
    [
        "PATH", "HOME", "LANG", "TZ", "TMPDIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
        "NODE_EXTRA_CA_CERTS", "SystemRoot", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PATHEXT", "ComSpec", "NPM_CONFIG_REGISTRY", "npm_config_registry", "NPM_CONFIG_USERCONFIG",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(9);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <returns>How many packages were installed; none where they are there already.</returns>
    /// <exception cref="ChannelException">It failed; what was there is there still.</exception>
    public async Task<int> RunAsync(bool isForced, InstallProgress progress, CancellationToken cancellationToken)
    {
        var node = await NodeProgram.FindAsync(cancellationToken);
        await _one.WaitAsync(cancellationToken);
        try
        {
            var target = packages.Folder;
            if (packages.IsInstalled && !isForced)
                return 0;
            var staging = Path.Combine(packages.Root, $".staging-{Guid.NewGuid():N}");
            try
            {
                progress.Show(0, "asking the registry");
                await FetchAsync(node, staging, progress, cancellationToken);
                progress.Show(97, "putting it in place");
                Swap(staging, target);
            }
            finally
            {
                Delete(staging);
            }

            Tidy(target);
            progress.Show(100, "done");
            packages.TellInstalled();
            return packages.Count;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ChannelException($"the packages of the WhatsApp bridge could not be stored below {packages.Root}: {error.Message}");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task FetchAsync(string node, string staging, InstallProgress progress, CancellationToken cancellationToken)
    {
        var npm = NodeProgram.Npm(node);
        Directory.CreateDirectory(staging);
        foreach (var list in SidecarPackages.Lists)
            File.Copy(Path.Combine(packages.Sources, list), Path.Combine(staging, list));
        var start = new ProcessStartInfo(npm, ["ci", "--omit=peer", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http"])
        {
            WorkingDirectory = staging,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var name in Passed)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                start.Environment[name] = value;
        }

        start.Environment["PATH"] = NodeProgram.PathWith(node, Environment.GetEnvironmentVariable("PATH"));

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            await FollowAsync(process, progress, cancellationToken);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            throw new ChannelException($"{npm} could not be started: {error.Message}");
        }

        if (!File.Exists(Path.Combine(staging, "node_modules", "baileys", "package.json")))
            throw new ChannelException("npm ended without an error, and without the package baileys");
    }

    private async Task FollowAsync(Process process, InstallProgress progress, CancellationToken cancellationToken)
    {
        var last = new Queue<string>();
        try
        {
            var output = DrainAsync(process.StandardOutput.BaseStream, static _ => { });
            var errors = DrainAsync(process.StandardError.BaseStream, line =>
            {
                if (line.Contains("npm http ", StringComparison.Ordinal))
                {
                    if (line.Contains(".tgz", StringComparison.Ordinal) || line.Contains("npm http cache", StringComparison.Ordinal))
                        progress.Fetched();
                    return;
                }

                last.Enqueue(line);
                if (last.Count > KeptLines)
                    last.Dequeue();
            });
            await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            await Task.WhenAll(output, errors);
        }
        catch (TimeoutException)
        {
            throw new ChannelException($"npm did not end within {Patience.TotalMinutes:0} minutes; is the registry reachable?");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        if (process.ExitCode != 0)
            throw new ChannelException($"npm ended with code {process.ExitCode}: {string.Join(" / ", last.Where(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).TakeLast(4))}");
    }

    private static async Task DrainAsync(Stream stream, Action<string> take)
    {
        var lines = new LineReader(stream, LongestLine);
        while (await lines.ReadAsync(CancellationToken.None) is { } line)
            take(System.Text.Encoding.UTF8.GetString(line.Span));
    }

    private static void Swap(string staging, string target)
    {
        var old = $"{staging}-old";
        if (Directory.Exists(target))
            Directory.Move(target, old);
        Directory.Move(staging, target);
        Delete(old);
    }

    // What other versions of the plugin wanted, and what a kill left behind. A bridge that still runs from there has loaded all it needs.
    private void Tidy(string target)
    {
        foreach (var folder in Directory.EnumerateDirectories(packages.Root).Where(folder => folder != target).ToList())
            Delete(folder);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
