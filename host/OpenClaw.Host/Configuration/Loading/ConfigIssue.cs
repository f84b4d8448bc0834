using System.Text;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>One finding: which key, what is wrong, what to do. Never carries a secret value.</summary>
internal sealed record ConfigIssue(string Path, string Message)
{
    public const string RootPath = "<root>";

    /// <summary>Line in the file, from 1; null when the value does not come from it.</summary>
    public int? Line { get; init; }

    /// <summary>The offending value as JSON, shortened; null for secrets and for values that are not there.</summary>
    public string? Value { get; init; }

    public string? Fix { get; init; }

    /// <summary>The keys below <see cref="Path"/> that nobody knows, when that is what is wrong.</summary>
    public IReadOnlyList<string> UnknownKeys { get; init; } = [];

    /// <summary>The key as printed: the document itself is <c>&lt;root&gt;</c>.</summary>
    public string DisplayPath => Path.Length == 0 ? RootPath : Path;

    /// <summary><c>openclaw.json:1 — gateway: Unrecognized key: "wat"</c></summary>
    public string Format(string fileName)
    {
        var text = new StringBuilder();
        if (Line is { } line && Path.Length > 0)
        {
            text.Append(fileName).Append(':').Append(line).Append(" — ");
        }

        return text.Append(DisplayPath).Append(": ").Append(Message).ToString();
    }
}
