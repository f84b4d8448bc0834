using OpenClaw.Host.Diagnostics.Tail;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.Logs;

/// <summary>Lines from the file itself, for when no gateway runs.</summary>
internal sealed class FileLogSource(LogTail tail) : ILogSource
{
    public Task<LogsTailResult> ReadAsync(LogsTailParams parameters, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult(tail.Read(parameters));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"The log cannot be read: {error.Message}");
        }
    }
}
