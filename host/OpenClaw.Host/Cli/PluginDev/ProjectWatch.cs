using OpenClaw.Host.Storage.Watching;

namespace OpenClaw.Host.Cli.PluginDev;

/// <summary>Tells when the sources or the build of a project have changed and then come to rest.</summary>
internal sealed class ProjectWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly string[] Sources = ["*.cs", "*.csproj", "*.props", "*.targets", "*.json", "*.resx"];

    private readonly QuietSignal _signal;
    private readonly FolderWatch _watch;
    private readonly string _output;
    private int _sources;

    public ProjectWatch(PluginProject project, TimeProvider time)
    {
        _signal = new QuietSignal(time);
        _output = project.Output;
        Directory.CreateDirectory(_output);
        _watch = new FolderWatch(project.Folder, [.. Sources, "*.dll"], recursive: true, Changed, static () => { });
    }

    /// <returns>Whether sources changed, so that there is something to build.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await _signal.WaitAsync(static () => Quiet, Longest, cancellationToken);
        return Interlocked.Exchange(ref _sources, 0) != 0;
    }

    public void Dispose() => _watch.Dispose();

    private void Changed(string? path)
    {
        if (path is null || IsSource(path))
            Interlocked.Exchange(ref _sources, 1);
        else if (!path.StartsWith(_output, StringComparison.Ordinal))
            return;
        _signal.Raise();
    }

    private static bool IsSource(string path) =>
        !path.EndsWith(".dll", StringComparison.Ordinal)
        && !path.Split(Path.DirectorySeparatorChar).Any(static folder => folder is "bin" or "obj");
}
