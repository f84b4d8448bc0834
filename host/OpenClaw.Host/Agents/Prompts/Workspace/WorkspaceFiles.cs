using OpenClaw.Host.Configuration;

namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>
/// The files of each agent's workspace, read again only when they changed. A folder that does not answer in time, on a share that is
/// gone for example, holds up no turn: what was read last is shown until it does.
/// </summary>
internal sealed partial class WorkspaceFiles(
    Workspaces workspaces, WorkspaceBootstrap bootstrap, IConfigSource configuration, TimeProvider time, ILogger<WorkspaceFiles> logger)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostWorkspaces = 64;
    private readonly Lock _lock = new();

    // As many as there are agents; a configuration that is changed for ever does not make it grow for ever.
    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    /// <param name="agentId">The agent.</param>
    /// <param name="prepare">Whether a workspace is made where none is: an agent at work gets one, a question about it makes none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<WorkspaceFile>> OfAsync(string agentId, bool prepare, CancellationToken cancellationToken)
    {
        var workspace = workspaces.Of(agentId);
        var shelf = ShelfOf(workspace);
        var settings = configuration.Current.Agents.SettingsOf(agentId);
        var reading = shelf.Begin(() =>
        {
            if (prepare)
                bootstrap.Prepare(workspace, settings);
            return Refresh(workspace, shelf.Known);
        });
        try
        {
            return [.. (await reading.WaitAsync(Patience, time, cancellationToken)).Select(static entry => entry.File)];
        }
        catch (TimeoutException)
        {
            LogSlow(logger, workspace, agentId);
            return [.. shelf.Known.Select(static entry => entry.File)];
        }
    }

    /// <summary>One file of an agent's workspace.</summary>
    public async ValueTask<WorkspaceFile> FindAsync(string agentId, string name, CancellationToken cancellationToken) =>
        (await OfAsync(agentId, prepare: false, cancellationToken)).FirstOrDefault(file => file.Name == name) ?? WorkspaceFile.Missing(name);

    private Shelf ShelfOf(string workspace)
    {
        lock (_lock)
        {
            if (_shelves.TryGetValue(workspace, out var shelf))
                return shelf;
            if (_shelves.Count >= MostWorkspaces)
                _shelves.Clear();
            return _shelves[workspace] = new Shelf();
        }
    }

    private static List<ShelvedFile> Refresh(string workspace, List<ShelvedFile> known)
    {
        var files = new List<ShelvedFile>(WorkspaceNames.All.Count);
        foreach (var name in WorkspaceNames.All)
        {
            var (changed, length) = Stamp(workspace, name);
            var before = known.FirstOrDefault(entry => entry.File.Name == name);
            files.Add(before is not null && before.Changed == changed && before.Length == length
                ? before
                : new ShelvedFile(WorkspaceReader.Read(workspace, name), changed, length));
        }

        return files;
    }

    private static (long Changed, long Length) Stamp(string workspace, string name)
    {
        try
        {
            return WorkspaceReader.StampOf(workspace, name);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    private sealed record ShelvedFile(WorkspaceFile File, long Changed, long Length);

    private sealed class Shelf
    {
        private readonly Lock _lock = new();
        private Task<List<ShelvedFile>>? _reading;

        public List<ShelvedFile> Known { get; private set; } = [];

        /// <summary>Reads, or joins a reading that is under way: a folder that hangs keeps one thread and no more.</summary>
        public Task<List<ShelvedFile>> Begin(Func<List<ShelvedFile>> read)
        {
            lock (_lock)
                return _reading is { IsCompleted: false } ? _reading : _reading = Task.Run(() => Known = read());
        }
    }

    [LoggerMessage(3081, LogLevel.Warning, "The workspace {Workspace} of agent {AgentId} did not answer in time; the turn goes on with what was read before.")]
    private static partial void LogSlow(ILogger logger, string workspace, string agentId);
}
