namespace OpenClaw.Host.Channels.Admission;

/// <summary>Phone numbers in the ways that people and WhatsApp write them: <c>+1555…</c>, <c>1555…@s.whatsapp.net</c>, <c>1555…:3@c.us</c>.</summary>
internal static class PhoneNumber
{
    private const string HiddenServer = "lid";

    private static readonly string[] Servers = ["s.whatsapp.net", "c.us", HiddenServer];

    /// <returns>
    /// The digits, without what names a device; those of a hidden address, which are no number, with its name. Nothing where the text is no number.
    /// </returns>
    public static string? Of(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var server = at < 0 ? null : Array.Find(Servers, one => text.AsSpan(at + 1).Equals(one, StringComparison.OrdinalIgnoreCase));
        if (at >= 0 && server is null)
            return null;
        var user = at < 0 ? text.AsSpan() : text.AsSpan(0, at);
        if (at > 0 && user.IndexOf(':') is var colon and > 0)
            user = user[..colon];
        if (user is ['+', ..])
            user = user[1..];
        else if (at < 0)
            return null;
        if (user.IsEmpty || user.ContainsAnyExceptInRange('0', '9'))
            return null;
        return server == HiddenServer ? $"{user}@{server}" : user.ToString();
    }
}
