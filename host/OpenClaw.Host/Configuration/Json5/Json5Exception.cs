namespace OpenClaw.Host.Configuration.Json5;

/// <summary>The text is not acceptable JSON5. The message ends with <c>at line:column</c>, both from 1.</summary>
internal sealed class Json5Exception(string reason, int line, int column) : FormatException($"JSON5: {reason} at {line}:{column}")
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
