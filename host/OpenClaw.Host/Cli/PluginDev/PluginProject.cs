using System.Text;
using System.Text.Json;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Plugins.Manifests;

namespace OpenClaw.Host.Cli.PluginDev;

/// <summary>A project on this machine that builds a plugin.</summary>
/// <param name="File">The project file.</param>
/// <param name="Id">The plugin's id.</param>
/// <param name="Output">Where its builds go.</param>
internal sealed record PluginProject(string File, string Id, string Output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public string Folder => Path.GetDirectoryName(File)!;

    public bool IsBuilt => System.IO.File.Exists(Path.Combine(Output, PluginManifest.FileName));

    /// <exception cref="CliException">It is no plugin's project.</exception>
    public static async Task<PluginProject> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = Find(path);
        var said = new StringBuilder();
        var code = await DotnetProgram.RunAsync(
            ["msbuild", file, "-restore", "-nologo", "-v:q", "-getProperty:TargetDir", "-getProperty:PluginId"], line => said.AppendLine(line), cancellationToken);
        if (code != 0)
            throw new CliException($"{file} cannot be read:\n{said}");
        var properties = JsonElement.Parse(said.ToString()).GetProperty("Properties");
        var id = properties.TextAt("PluginId") ?? "";
        if (!PluginIds.IsValid(id))
            throw new CliException($"{file} is not a plugin: PluginId is '{id}'. Add the package: dotnet add package OpenClaw.Abstractions");
        return new PluginProject(file, id, properties.TextAt("TargetDir")!);
    }

    /// <summary>Builds it, and tells errors and warnings.</summary>
    /// <returns>Whether the build succeeded.</returns>
    public async Task<bool> BuildAsync(Action<string> finding, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        // The compiler's findings come once from the project and once from its end.
        HashSet<string> told = [];
        return await DotnetProgram.RunAsync(["build", File, "-nologo", "-v:q", "-clp:NoSummary"], Tell, limit.Token) == 0;

        void Tell(string line)
        {
            lock (told)
            {
                if ((line.Contains("error", StringComparison.Ordinal) || line.Contains("warning", StringComparison.Ordinal)) && told.Add(line))
                    finding(line);
            }
        }
    }

    private static string Find(string path)
    {
        var full = Path.GetFullPath(path);
        if (System.IO.File.Exists(full))
            return full;
        string[] found = Directory.Exists(full) ? Directory.GetFiles(full, "*.csproj") : [];
        return found.Length == 1
            ? found[0]
            : throw new CliException($"{path} holds {found.Length} project files. Name the project file of the plugin, or the folder that holds it alone.");
    }
}
