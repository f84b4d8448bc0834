using OpenClaw.Host.Agents;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Outbox.Files;

/// <summary>The folders that files may be sent from: an agent's workspace, and the gateway's own media.</summary>
internal sealed class FileRoots(Workspaces workspaces, StatePaths paths)
{
    private const int MaxLinks = 40;

    /// <summary>The real path of a file that a text names, links followed.</summary>
    /// <param name="agentId">Whose workspace relative paths begin in.</param>
    /// <param name="reference">A path, or a <c>file:</c> address.</param>
    /// <exception cref="OutboundFileException">It names nothing that may be sent.</exception>
    public string Resolve(string agentId, string reference)
    {
        var workspace = workspaces.Of(agentId);
        var path = Real(Path.GetFullPath(PathOf(reference), workspace), links: 0);
        var media = Path.Combine(paths.StateDirectory, "media");
        return IsWithin(path, Real(workspace, links: 0)) || IsWithin(path, Real(media, links: 0))
            ? path
            : throw new OutboundFileException("only files of the workspace and of the media folder are sent");
    }

    private static string PathOf(string reference)
    {
        if (reference.Contains('\0'))
            throw new OutboundFileException("the path holds a character that no path has");
        if (!reference.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return reference;
        return Uri.TryCreate(reference, UriKind.Absolute, out var address) && address.IsFile && address.Host.Length == 0
            ? address.LocalPath
            : throw new OutboundFileException("a file: address has to be one of this machine, file:///path");
    }

    /// <summary>Follows every link on the way: of what is lexically inside, a part may lead out.</summary>
    private static string Real(string path, int links)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (links++ > MaxLinks)
                    throw new OutboundFileException("too many links lead to it");
                next = Real(Path.GetFullPath(target, real), links);
            }

            real = next;
        }

        return real;
    }

    private static bool IsWithin(string path, string root) =>
        path.Length > root.Length + 1 && path.StartsWith(root, StringComparison.Ordinal) && path[root.Length] == Path.DirectorySeparatorChar;
}
