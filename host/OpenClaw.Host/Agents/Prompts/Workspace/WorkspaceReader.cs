using System.Text;

namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>
/// Reads files of a workspace. What is in there may come from a model or from a stranger's repository: no link leads out of the
/// folder, no file is read beyond a bound, and bytes that are no text become replacement marks.
/// </summary>
internal static class WorkspaceReader
{
    public const int MaxBytes = 1024 * 1024;

    public static WorkspaceFile Read(string workspace, string name)
    {
        var path = Path.Combine(workspace, name);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists && file.LinkTarget is null)
                return WorkspaceFile.Missing(name);
            if (file.LinkTarget is not null && !LeadsInside(workspace, file))
                return new WorkspaceFile(name, null, 0, "it is a link out of the workspace");
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            var length = stream.Length;
            var bytes = new byte[(int)Math.Min(length, MaxBytes)];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new WorkspaceFile(name, TextOf(bytes.AsSpan(0, read)), length, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new WorkspaceFile(name, null, 0, "it cannot be read");
        }
    }

    /// <summary>What tells whether a file changed since it was read.</summary>
    public static (long Changed, long Length) StampOf(string workspace, string name)
    {
        var file = new FileInfo(Path.Combine(workspace, name));
        if (file.LinkTarget is not null && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target)
            file = target;
        return file.Exists ? (file.LastWriteTimeUtc.Ticks, file.Length) : default;
    }

    private static bool LeadsInside(string workspace, FileInfo link)
    {
        var root = new DirectoryInfo(workspace);
        var real = root.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root.FullName;
        return link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { LinkTarget: null } target
            && IsUnder(real, target.FullName) && ParentsAreReal(real, target.Directory);
    }

    private static bool IsUnder(string root, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A folder on the way could be a link of its own.
    private static bool ParentsAreReal(string root, DirectoryInfo? folder)
    {
        for (; folder is not null && IsUnder(root, folder.FullName); folder = folder.Parent)
        {
            if (folder.LinkTarget is not null)
                return false;
        }

        return true;
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return Encoding.UTF8.GetString(bytes).Replace('\0', '\uFFFD').ReplaceLineEndings("\n").Trim();
    }
}
