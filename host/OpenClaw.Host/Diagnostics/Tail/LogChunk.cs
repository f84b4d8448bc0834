using System.Text;

namespace OpenClaw.Host.Diagnostics.Tail;

/// <summary>A stretch of a log file cut into whole lines. A last line without its line feed is still being written and stays out.</summary>
internal sealed class LogChunk
{
    private readonly List<LogChunkLine> _lines = [];

    private LogChunk(long start)
    {
        Start = start;
        End = start;
    }

    public long Start { get; }

    /// <summary>Where the next read begins.</summary>
    public long End { get; private set; }

    public IReadOnlyList<LogChunkLine> Lines => _lines;

    /// <param name="skipPartialFirst">Whether the start may lie inside a line, which is then left out.</param>
    public static LogChunk Read(Stream stream, long start, int length, bool skipPartialFirst)
    {
        var isMidLine = skipPartialFirst && start > 0 && ByteAt(stream, start - 1) != '\n';
        stream.Position = start;
        var buffer = new byte[length];
        var bytes = buffer.AsSpan(0, stream.ReadAtLeast(buffer, length, throwOnEndOfStream: false));
        var chunk = new LogChunk(start);
        for (var end = bytes.IndexOf((byte)'\n'); end >= 0; end = bytes.IndexOf((byte)'\n'))
        {
            chunk.Add(bytes[..end], keep: !isMidLine);
            isMidLine = false;
            bytes = bytes[(end + 1)..];
        }

        return chunk;
    }

    private void Add(ReadOnlySpan<byte> line, bool keep)
    {
        var start = End;
        End += line.Length + 1;
        if (keep)
        {
            _lines.Add(new LogChunkLine(Encoding.UTF8.GetString(line.TrimEnd((byte)'\r')), start, End));
        }
    }

    private static int ByteAt(Stream stream, long position)
    {
        stream.Position = position;
        return stream.ReadByte();
    }
}
