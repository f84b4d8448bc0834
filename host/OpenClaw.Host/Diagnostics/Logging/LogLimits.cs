namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>The most that one event may put into a line.</summary>
internal static class LogLimits
{
    public const int Message = 8192;

    public const int Field = 2048;

    public const int Fields = 16;

    public const int Exception = 16_384;

    /// <summary>Events waiting for a sink.</summary>
    public const int Queue = 10_000;
}
