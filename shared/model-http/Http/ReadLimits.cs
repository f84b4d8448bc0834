namespace OpenClaw.Agents.Common.Http;

/// <summary>Most bytes that are read, after decompression.</summary>
/// <param name="Total">Of a body.</param>
/// <param name="Line">Of one line of it.</param>
internal sealed record ReadLimits(long Total, long Line)
{
    private const long MiB = 1024 * 1024;

    public static ReadLimits Answer { get; } = new(64 * MiB, 8 * MiB);

    public static ReadLimits Error { get; } = new(64 * 1024, 64 * 1024);

    public static ReadLimits ModelList { get; } = new(8 * MiB, 8 * MiB);

    public static ReadLimits Embeddings { get; } = new(64 * MiB, 64 * MiB);
}
