namespace OpenClaw.Host.Sessions.Runs;

/// <summary>Answers by which a model says that nothing is to be said.</summary>
internal static class SilentReplies
{
    public const string Token = "NO_REPLY";
    public const string AllIsWell = "HEARTBEAT_OK";
    public const int UsualAckCharacters = 300;

    public static bool IsSilent(string? text) => string.Equals(text?.Trim(), Token, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the answer to a turn that nobody asked for says that all is well: the token at one end, and little beside it.</summary>
    public static bool IsAck(string? text, int mostBeside)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        return HasToken(trimmed) && WithoutToken(trimmed).Length <= mostBeside;
    }

    /// <summary>What is left of such an answer for people to read; nothing when it is silent.</summary>
    public static string? ToDeliver(RunInput input, string? reply)
    {
        var text = reply?.Trim() ?? string.Empty;
        if (text.Length == 0 || IsSilent(text))
            return null;
        if (!input.IsUnasked)
            return text;
        return IsAck(text, input.AckMaxChars ?? UsualAckCharacters) ? null : WithoutToken(text);
    }

    private static bool HasToken(string text) =>
        text.StartsWith(AllIsWell, StringComparison.Ordinal) || text.EndsWith(AllIsWell, StringComparison.Ordinal);

    private static string WithoutToken(string text)
    {
        if (text.StartsWith(AllIsWell, StringComparison.Ordinal))
            return text[AllIsWell.Length..].Trim();
        return text.EndsWith(AllIsWell, StringComparison.Ordinal) ? text[..^AllIsWell.Length].Trim() : text;
    }
}
