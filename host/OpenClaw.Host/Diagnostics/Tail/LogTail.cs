using OpenClaw.Host.Diagnostics.Logging;
using OpenClaw.Host.Diagnostics.Redaction;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Diagnostics.Tail;

/// <summary>
/// Reads the live log file from a position on. Without a position, or with one that no longer fits, it gives the end of
/// the file. Lines pass the redactor again: an earlier process may not have known a secret that this one knows.
/// </summary>
internal sealed class LogTail(LogFileLocation location, LogRedactor redactor, TimeProvider time)
{
    public const int DefaultLimit = 500;
    public const int DefaultMaxBytes = 250_000;

    public LogsTailResult Read(LogsTailParams request)
    {
        var path = location.Newest(time.GetLocalNow().DateTime);
        using var stream = Open(path);
        if (stream is null)
        {
            return Empty(path, request.Cursor > 0);
        }

        var limit = (int)(request.Limit ?? DefaultLimit);
        var maxBytes = (int)(request.MaxBytes ?? DefaultMaxBytes);
        var size = stream.Length;
        var follows = request.Cursor is { } cursor && cursor <= size && size - cursor <= maxBytes;
        var start = follows ? request.Cursor!.Value : Math.Max(0, size - maxBytes);
        var chunk = LogChunk.Read(stream, start, (int)(size - start), skipPartialFirst: !follows);
        return follows ? Forward(path, size, chunk, limit) : Backward(path, size, chunk, limit, request.Cursor);
    }

    // A follower gets the oldest lines first and comes back for the rest, so it misses nothing.
    private LogsTailResult Forward(string path, long size, LogChunk chunk, int limit)
    {
        var lines = chunk.Lines.Take(limit).ToList();
        return new LogsTailResult
        {
            File = path,
            Cursor = lines.Count > 0 ? lines[^1].End : chunk.Start,
            Size = size,
            Lines = Clean(lines),
            Truncated = false,
            Reset = false,
        };
    }

    private LogsTailResult Backward(string path, long size, LogChunk chunk, int limit, long? cursor)
    {
        var lines = chunk.Lines.TakeLast(limit).ToList();
        var first = lines.Count > 0 ? lines[0].Start : chunk.Start;
        return new LogsTailResult
        {
            File = path,
            Cursor = chunk.End,
            Size = size,
            Lines = Clean(lines),
            Truncated = first > 0,
            Reset = cursor is not null,
            SkippedBytes = cursor <= size ? first - cursor : null,
        };
    }

    private string[] Clean(List<LogChunkLine> lines) => [.. lines.Select(line => redactor.Clean(line.Text))];

    private static LogsTailResult Empty(string path, bool reset) =>
        new() { File = path, Cursor = 0, Size = 0, Lines = [], Truncated = false, Reset = reset };

    // A link in the log's place could lead to any file this user may read.
    private static FileStream? Open(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            return null;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            // Set aside between the question and the answer.
            return null;
        }
    }
}
