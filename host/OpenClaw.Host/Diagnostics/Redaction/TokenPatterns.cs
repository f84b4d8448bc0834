using System.Buffers;
using System.Text.RegularExpressions;

namespace OpenClaw.Host.Diagnostics.Redaction;

/// <summary>Hides text that has the shape of a credential, for secrets that nobody registered.</summary>
internal sealed partial class TokenPatterns
{
    // A pattern that somebody configured must not stop the log; a line it cannot decide in this time is withheld.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private const string Withheld = "[withheld: a redaction pattern took too long]";
    private const string HiddenGroup = "hidden";

    // No pattern can match a text without one of its signs, and nearly every line has none of any. A pattern is dear to build, so
    // that too waits for a sign.
    private static readonly (string[] Signs, Func<Regex> Pattern)[] BuiltIn =
    [
        (["bearer", "basic"], Header),
        (["token", "key", "secret", "passw", "passphrase"], Assignment),
        (["sk-", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xox", "aiza", "npm_", "akia"], KnownPrefix),
        ([":aa"], BotToken),
        (["@"], UrlCredentials),
        (["-----begin"], PrivateKey),
    ];

    private static readonly SearchValues<string> AllSigns =
        SearchValues.Create([.. BuiltIn.SelectMany(static shape => shape.Signs)], StringComparison.OrdinalIgnoreCase);

    // Null stands for the built-in ones.
    private readonly Regex[]? _custom;

    private TokenPatterns(Regex[]? custom) => _custom = custom;

    public static TokenPatterns Default { get; } = new(custom: null);

    public static TokenPatterns None { get; } = new([]);

    /// <summary>Patterns from the configuration, which replace the built-in ones. Group 1, where there is one, is what gets hidden.</summary>
    /// <exception cref="ArgumentException">One does not parse.</exception>
    public static TokenPatterns From(IReadOnlyList<string> patterns) => patterns.Count == 0
        ? Default
        : new TokenPatterns([.. patterns.Select(static pattern => new Regex(pattern, RegexOptions.CultureInvariant, Patience))]);

    public string Redact(string text)
    {
        if (_custom is null)
        {
            return text.AsSpan().ContainsAny(AllSigns) ? RedactBuiltIn(text) : text;
        }

        try
        {
            foreach (var pattern in _custom)
            {
                text = pattern.Replace(text, Hide);
            }

            return text;
        }
        catch (RegexMatchTimeoutException)
        {
            return Withheld;
        }
    }

    private static string RedactBuiltIn(string text)
    {
        foreach (var (signs, pattern) in BuiltIn)
        {
            if (signs.Any(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)))
            {
                text = pattern().Replace(text, Hide);
            }
        }

        return text;
    }

    private static string Hide(Match match)
    {
        var hidden = match.Groups[HiddenGroup] is { Success: true } named ? named : match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1] : match;
        var start = hidden.Index - match.Index;
        return string.Concat(match.Value.AsSpan(0, start), SecretRegistry.Mask, match.Value.AsSpan(start + hidden.Length));
    }

    private const RegexOptions Linear = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(?:bearer|basic)\s+(?<hidden>[a-z0-9._~+/=-]{8,})", Linear)]
    private static partial Regex Header();

    [GeneratedRegex(@"(?:token|api[_-]?key|access[_-]?key|secret|passw(?:or)?d|passphrase)[""']?\s*[=:]\s*[""']?(?<hidden>[^\s""'&,;*]{6,})", Linear)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\b(?<hidden>(?:sk-|ghp_|gho_|ghs_|github_pat_|glpat-|xox[a-z]-|aiza|npm_|akia)[a-z0-9_-]{12,})", Linear)]
    private static partial Regex KnownPrefix();

    [GeneratedRegex(@"\b(?<hidden>[0-9]{6,12}:aa[a-z0-9_-]{20,})", Linear)]
    private static partial Regex BotToken();

    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://(?<hidden>[^/\s@]+)@", Linear)]
    private static partial Regex UrlCredentials();

    [GeneratedRegex(@"-----begin [a-z ]*private key-----(?<hidden>[^-]*)(?:-----end|$)", Linear)]
    private static partial Regex PrivateKey();
}
