namespace OpenClaw.Host.Agents.Commands;

/// <summary>A message that begins with a command of this gateway.</summary>
/// <param name="Name">The command, without its slash.</param>
/// <param name="Rest">What follows.</param>
internal sealed record CommandLine(string Name, string Rest)
{
    public static CommandLine? Parse(string message)
    {
        var text = message.Trim();
        if (!text.StartsWith('/'))
            return null;
        var end = text.AsSpan(1).IndexOfAny([' ', '\t', '\n', '\r', ':']);
        var name = (end < 0 ? text[1..] : text.Substring(1, end)).ToLowerInvariant();
        return ChatCommands.Names.Contains(name) ? new CommandLine(name, end < 0 ? string.Empty : text[(end + 2)..].Trim()) : null;
    }
}
