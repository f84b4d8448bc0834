namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Changes what is logged while the process runs.</summary>
internal interface ILogLevelSwitch
{
    LogLevel FileLevel { get; }

    LogLevel ConsoleLevel { get; }

    void Set(LogLevel fileLevel, LogLevel consoleLevel);
}
