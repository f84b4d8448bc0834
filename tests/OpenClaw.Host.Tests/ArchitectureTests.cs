using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OpenClaw.Host.Tests;

/// <summary>Holds the rooms of docs/architecture.md against the code.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>From the top down: a room may use those after it, and every leaf.</summary>
    private static readonly string[] Rooms =
        ["Cli", "Hosting", "Gateway", "Http", "Scheduling", "Channels", "Agents", "Tools", "Plugins", "Sessions", "Nodes", "Security", "Configuration", "Storage"];

    private static readonly string[] Leaves = ["Rpc", "Events", "Diagnostics"];

    [Fact]
    public void Arrows_between_rooms_point_down_only()
    {
        var wrong =
            from file in Sources("host/OpenClaw.Host")
            let room = RoomOf(file)
            where room is not null
            from used in Used(file)
            where used != room && !MayUse(room, used)
            select $"{file}: {room} uses {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_folder_of_the_host_is_a_known_room()
    {
        var folders = Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "host/OpenClaw.Host"))
            .Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj" or "Properties"));
        Assert.Empty(folders.Except([.. Rooms, .. Leaves]));
    }

    [Fact]
    public void The_host_names_no_plugin()
    {
        var plugins = Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "plugins")).Select(Path.GetFileName).ToList();
        var wrong =
            from file in Sources("host")
            let text = File.ReadAllText(Path.Combine(RepositoryRoot.Path, file))
            from plugin in plugins
            where text.Contains($"\"{plugin}\"", StringComparison.Ordinal)
            select $"{file} names {plugin}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_plugin_references_more_than_the_abstractions()
    {
        var wrong =
            from folder in new[] { "plugins", "samples" }
            from project in Directory.GetFiles(Path.Combine(RepositoryRoot.Path, folder), "*.*proj", SearchOption.AllDirectories)
            from reference in XDocument.Load(project).Descendants("ProjectReference")
            let used = reference.Attribute("Include")?.Value
            where reference.Attribute("OpenClawPlugin") is null && Path.GetFileName(project) != "RpcClient.csproj"
            where Path.GetFileName(used?.Replace('\\', '/')) != "OpenClaw.Abstractions.csproj"
            select $"{Path.GetFileName(project)} references {used}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var wrong =
            from folder in new[] { "host", "abstractions", "plugins", "samples" }
            from file in Sources(folder)
            let lines = File.ReadLines(Path.Combine(RepositoryRoot.Path, file)).Count()
            where lines > 250
            select $"{file}: {lines}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_event_of_the_log_has_an_id_of_its_own()
    {
        var ids = Sources("host").SelectMany(static file => EventId().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, file)))
            .Select(match => (Id: match.Groups[1].Value, File: file)));
        Assert.Empty(ids.GroupBy(static one => one.Id).Where(static same => same.Count() > 1).Select(static same => string.Join(", ", same)));
    }

    private static bool MayUse(string room, string used)
    {
        if (Array.IndexOf(Leaves, used) >= 0)
            return true;
        var from = Array.IndexOf(Rooms, room);
        var to = Array.IndexOf(Rooms, used);
        return from >= 0 && to > from;
    }

    private static string? RoomOf(string file)
    {
        var parts = file.Split('/');
        return parts.Length > 3 ? parts[2] : null;
    }

    private static IEnumerable<string> Used(string file) =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, file))
            .Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
            .SelectMany(line => RoomName().Matches(line))
            .Select(match => match.Groups[1].Value)
            .Where(name => Rooms.Contains(name) || Leaves.Contains(name))
            .Distinct();

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    // In a using line, an alias or written out in the code.
    [GeneratedRegex(@"\bOpenClaw\.Host\.(\w+)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\[LoggerMessage\(\s*(\d+)")]
    private static partial Regex EventId();
}
