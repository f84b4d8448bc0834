using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.Logs;

/// <summary>Where log lines come from.</summary>
internal interface ILogSource
{
    /// <summary>The newest lines, or those behind a cursor.</summary>
    Task<LogsTailResult> ReadAsync(LogsTailParams parameters, CancellationToken cancellationToken);
}
