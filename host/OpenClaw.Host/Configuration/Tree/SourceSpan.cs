namespace OpenClaw.Host.Configuration.Tree;

/// <summary>A stretch of the source text (UTF-16 offsets, end exclusive) and the line and column of its start, from 1.</summary>
internal readonly record struct SourceSpan(int Start, int End, int Line, int Column)
{
    public bool IsEmpty => Line == 0;
}
