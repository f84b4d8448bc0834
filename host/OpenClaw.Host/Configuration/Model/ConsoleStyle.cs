namespace OpenClaw.Host.Configuration.Model;

/// <summary>How console lines look (<c>logging.consoleStyle</c>).</summary>
internal enum ConsoleStyle
{
    Pretty,
    Compact,
    Json,
}
