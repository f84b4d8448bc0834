namespace OpenClaw.Host.Diagnostics.Logging;

/// <summary>Pretty has time and level, compact only the text, JSON is the line of the file.</summary>
internal enum ConsoleLineStyle
{
    Pretty,
    Compact,
    Json,
}
