namespace OpenClaw.Host.Diagnostics.Tail;

/// <summary>A line and its place in the file; the end is behind the line feed.</summary>
internal readonly record struct LogChunkLine(string Text, long Start, long End);
