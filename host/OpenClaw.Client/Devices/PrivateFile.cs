namespace OpenClaw.Client.Devices;

/// <summary>Small files that only their owner may read.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int Largest = 1024 * 1024;

    /// <summary>Null when there is no such file.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            return new FileInfo(path).Length > Largest
                ? throw new IOException($"The file '{path}' is larger than {Largest} bytes and not one of ours.")
                : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes a file that is not there yet. False when somebody else was quicker.</summary>
    public static bool TryCreate(string path, byte[] content)
    {
        var temporary = WriteTemporary(path, content);
        try
        {
            // Creating the name is what only one can do; what it holds arrives whole by the move.
            Open(path).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
            return false;
        }

        File.Move(temporary, path, overwrite: true);
        return true;
    }

    public static void Replace(string path, byte[] content) =>
        File.Move(WriteTemporary(path, content), path, overwrite: true);

    private static string WriteTemporary(string path, byte[] content)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
        }

        var temporary = Path.Combine(directory, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        using var stream = Open(temporary);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        return temporary;
    }

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }
}
