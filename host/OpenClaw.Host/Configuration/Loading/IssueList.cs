using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>Collects the findings of one pass, so that a file is mended once and not line by line.</summary>
internal sealed class IssueList
{
    // A hostile or generated file must not turn into a report larger than itself.
    private const int MaxIssues = 200;
    private const int MaxValueLength = 80;

    private readonly List<ConfigIssue> _errors = [];
    private readonly List<ConfigIssue> _warnings = [];

    public IReadOnlyList<ConfigIssue> Errors => _errors;

    public IReadOnlyList<ConfigIssue> Warnings => _warnings;

    public void Error(string path, ConfigNode? node, string message, string? fix = null, IReadOnlyList<string>? unknownKeys = null) =>
        Add(_errors, path, node, message, fix, unknownKeys);

    public void Warn(string path, ConfigNode? node, string message, string? fix = null) => Add(_warnings, path, node, message, fix);

    /// <summary>A value as JSON for a message; stars where the key holds a secret, URLs without their credentials.</summary>
    public static string Show(string path, ConfigNode node)
    {
        if (SecretKeys.IsSecret(path))
        {
            return "***";
        }

        var text = node switch
        {
            ConfigString value => $"\"{SecretFinder.HideCredentials(value.Value)}\"",
            ConfigNumber number => number.ToString(),
            ConfigBoolean flag => flag.Value ? "true" : "false",
            ConfigNull => "null",
            _ => node.Kind,
        };
        return text.Length <= MaxValueLength ? text : string.Concat(text.AsSpan(0, MaxValueLength - 1), "…");
    }

    private static void Add(List<ConfigIssue> list, string path, ConfigNode? node, string message, string? fix, IReadOnlyList<string>? unknownKeys = null)
    {
        if (list.Count == MaxIssues)
        {
            return;
        }

        list.Add(new ConfigIssue(path, message)
        {
            Line = node is { Span.IsEmpty: false } ? node.Span.Line : null,
            Value = node is null or ConfigObject or ConfigArray || SecretKeys.IsSecret(path) ? null : Show(path, node),
            Fix = fix,
            UnknownKeys = unknownKeys ?? [],
        });
    }
}
