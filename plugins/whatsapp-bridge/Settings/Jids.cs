namespace OpenClaw.Channels.WhatsApp.Settings;

/// <summary>WhatsApp's addresses, and how the gateway has them: people by <c>+digits</c>, hidden ones and groups as they are.</summary>
internal static class Jids
{
    private const string People = "@s.whatsapp.net";
    private const string OldPeople = "@c.us";
    private const string Hidden = "@lid";
    private const string Groups = "@g.us";
    private const string Prefix = "whatsapp:";
    private const int MaxDigits = 20;

    public static bool IsGroup(string? jid) => jid?.EndsWith(Groups, StringComparison.Ordinal) == true;

    /// <summary>Without the part that names one of a person's devices.</summary>
    public static string Bare(string jid)
    {
        var at = jid.IndexOf('@', StringComparison.Ordinal);
        var colon = jid.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && at > colon ? string.Concat(jid.AsSpan(0, colon), jid.AsSpan(at)) : jid;
    }

    /// <returns>The digits of the phone number; nothing where the address hides it.</returns>
    public static string? Phone(string? jid)
    {
        if (jid is null)
            return null;
        var bare = Bare(jid);
        var end = bare.EndsWith(People, StringComparison.Ordinal) ? bare.Length - People.Length : bare.EndsWith(OldPeople, StringComparison.Ordinal) ? bare.Length - OldPeople.Length : -1;
        return end > 0 && IsNumber(bare[..end]) ? bare[..end] : null;
    }

    /// <summary>The part before the sign.</summary>
    public static string User(string jid) => Bare(jid) is var bare && bare.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? bare[..at] : bare;

    /// <summary>A person as the gateway has them.</summary>
    public static string? Person(string? phone, string? jid) =>
        phone is not null && IsNumber(phone) ? $"+{phone}" : Phone(jid) is { } digits ? $"+{digits}" : jid is { Length: > 0 } ? Bare(jid) : null;

    /// <summary>Where a message goes; nothing where the text names no place of WhatsApp.</summary>
    public static string? Chat(string chatId)
    {
        var text = chatId.Trim();
        if (text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            text = text[Prefix.Length..].Trim();
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            var digits = new string([.. text.Where(static sign => sign is not (' ' or '-' or '(' or ')' or '.'))]);
            digits = digits is ['+', ..] ? digits[1..] : digits;
            return digits.Length >= 5 && IsNumber(digits) ? digits + People : null;
        }

        var bare = Bare(text).ToLowerInvariant();
        var (user, server) = (bare[..bare.IndexOf('@', StringComparison.Ordinal)], bare[bare.IndexOf('@', StringComparison.Ordinal)..]);
        return server switch
        {
            People or OldPeople when IsNumber(user) => user + People,
            Hidden when IsNumber(user) => bare,
            Groups when user.Length is > 0 and <= 64 && user.All(static sign => char.IsAsciiDigit(sign) || sign == '-') => bare,
            _ => null,
        };
    }

    private static bool IsNumber(string text) => text.Length is > 0 and <= MaxDigits && text.All(char.IsAsciiDigit);
}
