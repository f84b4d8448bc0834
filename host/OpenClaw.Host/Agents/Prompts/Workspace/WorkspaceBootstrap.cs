using System.Text;
using OpenClaw.Host.Configuration.Model.Agents;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>Makes a workspace where none is, with the files a person may want to fill in. What is there already is never touched.</summary>
internal sealed partial class WorkspaceBootstrap(ILogger<WorkspaceBootstrap> logger)
{
    public void Prepare(string workspace, AgentDefaultsConfig settings)
    {
        if (settings.SkipBootstrap || Directory.Exists(workspace))
            return;
        try
        {
            StatePaths.CreatePrivate(workspace);
            foreach (var (name, text) in WorkspaceTemplates.All)
            {
                if (!settings.SkippedBootstrapFiles.Contains(name, StringComparer.OrdinalIgnoreCase) || name == WorkspaceNames.Instructions)
                    Write(Path.Combine(workspace, name), text);
            }

            LogPrepared(logger, workspace);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StorageException)
        {
            // An agent can talk without its files.
            LogFailed(logger, workspace, error);
        }
    }

    private static void Write(string path, string text)
    {
        // Somebody may be making the same folder: the first one wins, file by file.
        if (File.Exists(path))
            return;
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    [LoggerMessage(3082, LogLevel.Information, "The workspace {Workspace} was made, with files to fill in.")]
    private static partial void LogPrepared(ILogger logger, string workspace);

    [LoggerMessage(3083, LogLevel.Warning, "The workspace {Workspace} could not be made; its agent works without files.")]
    private static partial void LogFailed(ILogger logger, string workspace, Exception error);
}
