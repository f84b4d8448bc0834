using System.Text;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.Logs;

/// <summary>Lines from the file itself, for when no gateway runs. The newest file is read; a rotation starts the next one from its beginning.</summary>
internal sealed class FileLogSource(string directory, string? configuredFile) : ILogSource
{
    private string? _lastFile;

    public async Task<LogsTailResult> ReadAsync(LogsTailParams parameters, CancellationToken cancellationToken)
    {
        var file = configuredFile ?? Newest()
            ?? throw new CliException($"There is no log file in {directory} yet; the gateway writes one when it starts.");
        var rotated = _lastFile is not null && _lastFile != file;
        _lastFile = file;
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return await ReadAsync(stream, file, parameters, rotated, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The log file {file} cannot be read: {error.Message}");
        }
    }

    private static async Task<LogsTailResult> ReadAsync(
        FileStream stream, string file, LogsTailParams parameters, bool rotated, CancellationToken cancellationToken)
    {
        var size = stream.Length;
        var reset = rotated || parameters.Cursor > size;
        var from = reset ? 0 : parameters.Cursor ?? Math.Max(0, size - parameters.MaxBytes!.Value);
        var length = (int)Math.Min(size - from, parameters.MaxBytes!.Value);
        var bytes = new byte[length];
        stream.Position = from;
        await stream.ReadExactlyAsync(bytes, cancellationToken);

        // A line that is still being written is left for the next look.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        var start = parameters.Cursor is null && from > 0 ? Array.IndexOf(bytes, (byte)'\n') + 1 : 0;
        var lines = end > start ? Encoding.UTF8.GetString(bytes, start, end - start - 1).Split('\n') : [];
        var limit = (int)parameters.Limit!.Value;
        return new()
        {
            File = file,
            Cursor = from + end,
            Size = size,
            Lines = lines.Length > limit ? lines[^limit..] : lines,
            Truncated = lines.Length > limit || (parameters.Cursor is null && from > 0),
            Reset = reset,
        };
    }

    private string? Newest() => Directory.Exists(directory)
        ? Directory.EnumerateFiles(directory, "openclaw*").MaxBy(File.GetLastWriteTimeUtc)
        : null;
}
