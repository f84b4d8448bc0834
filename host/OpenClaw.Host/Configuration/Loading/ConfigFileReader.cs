using OpenClaw.Host.Configuration.Json5;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>Reads the file without trusting it: it may be missing, a directory, huge, or another user's.</summary>
internal static class ConfigFileReader
{
    public static ConfigFileContent Read(string path)
    {
        if (Directory.Exists(path))
        {
            return Unreadable("the path is a directory, not a file", "Remove the directory, or point OPENCLAW_CONFIG_PATH at a file.");
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return stream.Length > Json5Limits.MaxBytes
                ? Unreadable($"the file has {stream.Length} bytes, more than the {Json5Limits.MaxBytes} allowed", "Make the file smaller.")
                : new ConfigFileContent { Exists = true, Bytes = ReadAll(stream) };
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ConfigFileContent();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Unreadable($"the file cannot be read: {error.Message}", "Give this user read permission, or point OPENCLAW_CONFIG_PATH elsewhere.");
        }
    }

    private static byte[] ReadAll(FileStream stream)
    {
        // One byte more shows a file that grew meanwhile. One that grew beyond what is allowed is refused by the reader.
        var buffer = new byte[(int)stream.Length + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, Json5Limits.MaxBytes + 1);
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
        }

        return buffer[..length];
    }

    private static ConfigFileContent Unreadable(string problem, string fix) => new() { Exists = true, Problem = problem, Fix = fix };
}
