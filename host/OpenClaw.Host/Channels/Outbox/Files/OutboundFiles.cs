using Microsoft.Win32.SafeHandles;

namespace OpenClaw.Host.Channels.Outbox.Files;

/// <summary>Reads files of this machine that are to be sent. Their bytes go into the row, so that a restart and a change of the file do no harm.</summary>
internal sealed class OutboundFiles(FileRoots roots, TimeProvider time)
{
    private const int MaxName = 255;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="agentId">Whose workspace relative paths begin in.</param>
    /// <param name="reference">A path, or a <c>file:</c> address.</param>
    /// <param name="most">The largest size that is taken.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="OutboundFileException">It cannot be sent.</exception>
    public async ValueTask<OutboundFile> ReadAsync(string agentId, string reference, long most, CancellationToken cancellationToken)
    {
        try
        {
            // A disk that hangs, or a pipe in the file's place, must not hold up the end of a run.
            return await Task.Run(() => Read(roots.Resolve(agentId, reference), most), cancellationToken).WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new OutboundFileException("it could not be read in time");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OutboundFileException(error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : "it cannot be read");
        }
    }

    private static OutboundFile Read(string path, long most)
    {
        if (!new FileInfo(path).Exists)
            throw new FileNotFoundException();
        using var handle = UnblockedFile.Open(path);
        if (!IsStill(handle, path))
            throw new OutboundFileException("it was replaced while it was read");
        var length = RandomAccess.GetLength(handle);
        if (length == 0)
            throw new OutboundFileException("it is empty");
        if (length > most)
            throw new OutboundFileException(most == 0 ? "this chat takes no files" : $"it has {length} bytes and {most} are taken");
        var data = new byte[length];
        var read = 0;
        while (read < data.Length && RandomAccess.Read(handle, data.AsSpan(read), read) is var more and > 0)
            read += more;
        if (read < data.Length)
            throw new OutboundFileException("it changed while it was read");
        var name = Path.GetFileName(path);
        return new OutboundFile(FileTypes.Of(name, data), name.Length <= MaxName ? name : null, data);
    }

    // Between the look at the path and the opening a part of it may have become a link.
    private static bool IsStill(SafeFileHandle handle, string path) =>
        !OperatingSystem.IsLinux() || new FileInfo($"/proc/self/fd/{handle.DangerousGetHandle()}").LinkTarget == path;
}
