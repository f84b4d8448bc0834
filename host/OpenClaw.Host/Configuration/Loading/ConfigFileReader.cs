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
        // One byte more than allowed shows a file that grew meanwhile; the reader then refuses it.
        var buffer = new byte[Json5Limits.MaxBytes + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..length];
    }

    private static ConfigFileContent Unreadable(string problem, string fix) => new() { Exists = true, Problem = problem, Fix = fix };
}
