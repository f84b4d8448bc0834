using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Channels.WhatsApp.Wire;

namespace OpenClaw.Channels.WhatsApp.Receiving;

/// <summary>Whether a message in a group is meant for the account: it is named, answered, or its number stands in the text.</summary>
internal static class Addressing
{
    private const int ShortestNumber = 7;

    public static bool IsForAccount(MessageNote message, AccountNote? me) =>
        message.Quoted is { FromMe: true }
        || (message.Quoted?.Sender is { } author && IsMe(author, me))
        || (message.Mentions ?? []).Any(mention => mention is not null && IsMe(mention, me))
        || HasNumber(message.Text, me);

    public static bool IsMe(string jid, AccountNote? me) =>
        (me?.Jid is { Length: > 0 } own && Same(own, jid)) || (me?.Lid is { Length: > 0 } hidden && Same(hidden, jid));

    private static bool Same(string one, string other) => string.Equals(Jids.Bare(one), Jids.Bare(other), StringComparison.OrdinalIgnoreCase);

    private static bool HasNumber(string? text, AccountNote? me)
    {
        if (string.IsNullOrEmpty(text) || Jids.Phone(me?.Jid) is not { Length: >= ShortestNumber } number)
            return false;
        // People write numbers with spaces and signs between; what is part of a longer number is another one.
        var digits = new System.Text.StringBuilder();
        foreach (var sign in text)
        {
            if (char.IsAsciiDigit(sign))
            {
                digits.Append(sign);
            }
            else if (sign is not (' ' or '-' or '(' or ')' or '.' or '\u00a0'))
            {
                if (Equals(digits, number))
                    return true;
                digits.Clear();
            }
        }

        return Equals(digits, number);
    }

    private static bool Equals(System.Text.StringBuilder digits, string number) => digits.Length == number.Length && digits.Equals(number);
}
