namespace OpenClaw.Host.Diagnostics.Redaction;

/// <summary>What every text passes on its way to a sink: known secrets first, then text of their shape.</summary>
internal sealed class LogRedactor(ISecretRegistry secrets, TokenPatterns patterns)
{
    // A secret at the edge of what is kept is still whole in this much more text.
    private const int Margin = 4096;

    public string Clean(string text) => patterns.Redact(secrets.Redact(text));

    /// <summary>Cleans, and cuts to a length. In that order: half a secret is not recognised any more.</summary>
    public string Clean(string text, int maxLength)
    {
        var clean = Clean(text.Length > maxLength + Margin ? text[..(maxLength + Margin)] : text);
        return clean.Length <= maxLength && text.Length <= maxLength + Margin
            ? clean
            : string.Concat(clean.AsSpan(0, Math.Min(clean.Length, maxLength)), $"… [{text.Length} characters]");
    }
}
