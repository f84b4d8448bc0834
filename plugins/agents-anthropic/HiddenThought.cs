namespace OpenClaw.Agents.Anthropic;

/// <summary>A thought that the far end sends only in sealed form. It travels as the signature of an empty thought.</summary>
internal static class HiddenThought
{
    private const string Mark = "redacted:";

    public static string Of(string data) => Mark + data;

    public static string? TryRead(string signature) => signature.StartsWith(Mark, StringComparison.Ordinal) ? signature[Mark.Length..] : null;
}
