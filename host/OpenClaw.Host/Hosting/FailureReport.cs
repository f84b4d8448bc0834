using OpenClaw.Host.Diagnostics.Logging;

namespace OpenClaw.Host.Hosting;

/// <summary>Says in one sentence why the gateway does not run. Stack traces go to the log only.</summary>
internal sealed partial class FailureReport(TextWriter error)
{
    private LogSystem? _log;
    private Exception? _noted;
    private bool _ready;

    /// <summary>From now on details have a place.</summary>
    public void UseLog(LogSystem log) => _log = log;

    /// <summary>What happens from now on did not happen at the start.</summary>
    public void MarkReady() => _ready = true;

    /// <summary>Writes the details to the log and leaves the console to the sentence that explains the failure.</summary>
    public void Note(Exception exception)
    {
        if (_log is not { } log || ReferenceEquals(exception, _noted))
            return;
        _noted = exception;
        log.Set(log.FileLevel, LogLevel.None);
        LogFailed(log.Provider.CreateLogger(typeof(GatewayHost).FullName!), exception);
    }

    /// <summary>Something must be changed first.</summary>
    public async Task<int> RefuseAsync(IReadOnlyList<string> reasons)
    {
        foreach (var reason in reasons)
            await error.WriteLineAsync($"Gateway failed to start: {reason}");
        return GatewayExitCodes.Configuration;
    }

    /// <summary>Something nobody foresaw.</summary>
    public async Task<int> FailAsync(Exception exception)
    {
        var message = exception.GetBaseException().Message.ReplaceLineEndings(" ").Trim();
        var what = _ready ? "Gateway failed" : "Gateway failed to start";
        await error.WriteLineAsync(
            _log is { } log ? $"{what}: {log.Redactor.Clean(message)} (details: {log.CurrentFile})" : $"{what}: {message}");
        return GatewayExitCodes.Failed;
    }

    [LoggerMessage(6000, LogLevel.Critical, "The gateway ends because of a failure.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
