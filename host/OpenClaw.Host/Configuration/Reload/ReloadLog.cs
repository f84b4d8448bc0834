namespace OpenClaw.Host.Configuration.Reload;

/// <summary>The lines about reloads, under a name and in words that people search for.</summary>
internal sealed partial class ReloadLog(ILoggerFactory loggers)
{
    // The short name of the lines is what comes after the prefix.
    private readonly ILogger _logger = loggers.CreateLogger("OpenClaw.Host.Reload");

    public void Detected(IEnumerable<ChangedKey> keys) => LogDetected(Names(keys));

    public void Applied(IReadOnlyList<ChangedKey> keys)
    {
        if (keys.Any(static key => key.Class != ReloadClass.None))
        {
            LogApplied(Names(keys));
        }
        else
        {
            LogRead(Names(keys));
        }
    }

    public void Restarting(IEnumerable<ChangedKey> keys) => LogRestarting(Names(keys));

    public void NeedsRestart(IEnumerable<ChangedKey> keys, string mode) => LogNeedsRestart(Names(keys), mode);

    private static string Names(IEnumerable<ChangedKey> keys) => string.Join(", ", keys.Select(static key => key.Path));

    [LoggerMessage(5030, LogLevel.Information, "config change detected; evaluating reload ({Paths})")]
    private partial void LogDetected(string paths);

    [LoggerMessage(5031, LogLevel.Information, "config hot reload applied ({Paths})")]
    private partial void LogApplied(string paths);

    [LoggerMessage(5032, LogLevel.Information, "config change applied (dynamic reads: {Paths})")]
    private partial void LogRead(string paths);

    [LoggerMessage(5033, LogLevel.Warning, "config reload skipped (invalid config): {Issues}")]
    public partial void Invalid(string issues);

    [LoggerMessage(5034, LogLevel.Warning, "config reload disabled (gateway.reload.mode=off)")]
    public partial void Disabled();

    [LoggerMessage(5035, LogLevel.Information, "config change requires gateway restart ({Paths}) — preparing")]
    private partial void LogRestarting(string paths);

    [LoggerMessage(5036, LogLevel.Warning, "config change needs restart ({Paths}); it waits for the next start (gateway.reload.mode={Mode})")]
    private partial void LogNeedsRestart(string paths, string mode);

    [LoggerMessage(5037, LogLevel.Information, "waiting for {Count} operations before the restart, for {Seconds} s at most")]
    public partial void Preparing(int count, double seconds);

    [LoggerMessage(5038, LogLevel.Information, "all operations and replies completed; restarting gateway now")]
    public partial void Idle();

    [LoggerMessage(5039, LogLevel.Warning, "{Count} operations are still at work; restarting gateway now, and what of them can be taken up again is")]
    public partial void Impatient(int count);

    [LoggerMessage(5040, LogLevel.Error, "the gateway does not restart: nothing can listen on {Address}, port {Port} ({Reason}); it goes on where it is")]
    public partial void CannotListen(string address, int port, string reason);

    [LoggerMessage(5041, LogLevel.Warning, "changes of {File} are not noticed ({Reason}); send SIGHUP after an edit")]
    public partial void Unwatched(string file, string reason);

    [LoggerMessage(5042, LogLevel.Error, "a look at the configuration failed; what is in force stays")]
    public partial void Failed(Exception exception);

    [LoggerMessage(5043, LogLevel.Warning, "{Signal} restart ignored (not authorized; enable commands.restart or use gateway tool).")]
    public partial void NotAuthorized(string signal);

    [LoggerMessage(5044, LogLevel.Information, "{Signal} received; {What}")]
    public partial void Signalled(string signal, string what);

    [LoggerMessage(5045, LogLevel.Warning, "the last good configuration could not be kept: {Reason}")]
    public partial void NotKept(string reason);

    [LoggerMessage(5046, LogLevel.Information, "the configuration file is valid again")]
    public partial void ValidAgain();

    [LoggerMessage(5047, LogLevel.Error, "the gateway does not restart, because it could not start then: {Reason}")]
    public partial void CannotStart(string reason);
}
