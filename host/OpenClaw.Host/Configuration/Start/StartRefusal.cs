namespace OpenClaw.Host.Configuration.Start;

/// <summary>Why the gateway does not start; printed as it is. The process ends with <see cref="ExitCode"/>.</summary>
internal sealed record StartRefusal(string Message)
{
    /// <summary>EX_CONFIG: a supervisor must not try again before somebody changed something.</summary>
    public const int ExitCode = 78;
}
