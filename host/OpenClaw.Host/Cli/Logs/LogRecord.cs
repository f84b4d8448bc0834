using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Logs;

/// <summary>A line of <c>logs --json</c>: what the file is, an entry, or a line that is no entry.</summary>
internal sealed record LogRecord
{
    public required string Type { get; init; }

    public string? File { get; init; }

    public long? Cursor { get; init; }

    public long? Size { get; init; }

    public string? Time { get; init; }

    public string? Level { get; init; }

    public string? Subsystem { get; init; }

    public string? Message { get; init; }

    public string? Raw { get; init; }

    [JsonIgnore]
    public string Text => Type == "log" ? $"{Time} {Level} {Subsystem} {Message}{(Exception is null ? "" : $" | {Exception}")}" : Raw ?? Message ?? "";

    /// <summary>The first line of what was thrown; the stack is in <see cref="Raw"/>.</summary>
    [JsonIgnore]
    private string? Exception { get; init; }

    public static LogRecord Meta(string file, long cursor, long size) => new() { Type = "meta", File = file, Cursor = cursor, Size = size };

    public static LogRecord Notice(string message) => new() { Type = "notice", Message = message };

    public static LogRecord Parse(string line)
    {
        try
        {
            var entry = JsonElement.Parse(line);
            return new()
            {
                Type = "log",
                Time = entry.TextAt("time") ?? entry.TextAt("timestamp"),
                Level = (entry.TextAt("level") ?? "info").ToLowerInvariant(),
                Subsystem = entry.TextAt("subsystem") ?? entry.TextAt("logger"),
                Message = entry.TextAt("message") ?? entry.TextAt("msg"),
                Exception = entry.TextAt("exception")?.Split('\n')[0],
                Raw = line,
            };
        }
        catch (JsonException)
        {
            return new() { Type = "raw", Raw = line };
        }
    }
}
