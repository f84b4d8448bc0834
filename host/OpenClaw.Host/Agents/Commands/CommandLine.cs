namespace OpenClaw.Host.Agents.Commands;

/// <summary>A message that begins with a command of this gateway.</summary>
/// <param name="Name">The command, by its main name.</param>
/// <param name="Rest">What follows.</param>
internal sealed record CommandLine(string Name, string Rest)
{
    private const int LongestStopWord = 16;

    /// <summary>Whether it was written as an ordinary word. In a group that may be meant for anybody.</summary>
    public bool IsWord { get; init; }

    /// <summary>Set where its giver may not choose a model: then a word behind <c>/new</c> is part of the message.</summary>
    public bool ChoosesNoModel { get; init; }

    /// <param name="message">The message.</param>
    /// <param name="resetTriggers">Further words that begin a new conversation (<c>session.resetTriggers</c>).</param>
    public static CommandLine? Parse(string message, IReadOnlyList<string> resetTriggers)
    {
        var text = message.Trim();
        if (IsStop(text))
            return new CommandLine(ChatCommands.Stop, string.Empty) { IsWord = true };
        if (text.StartsWith('/'))
        {
            var end = text.AsSpan(1).IndexOfAny([' ', '\t', '\n', '\r', ':']);
            var word = (end < 0 ? text[1..] : text.Substring(1, end)).ToLowerInvariant();
            if (ChatCommands.Find(word) is { } name)
                return new CommandLine(name, end < 0 ? string.Empty : text[(end + 2)..].Trim());
        }

        foreach (var trigger in resetTriggers)
        {
            if (trigger.Length > 0 && text.StartsWith(trigger, StringComparison.OrdinalIgnoreCase) && (text.Length == trigger.Length || char.IsWhiteSpace(text[trigger.Length])))
                return new CommandLine(ChatCommands.New, text[trigger.Length..].Trim()) { IsWord = !trigger.StartsWith('/') };
        }

        return null;
    }

    private static bool IsStop(string text) =>
        text.Length <= LongestStopWord
        && text.TrimEnd('.', '!').ToLowerInvariant() is "stop" or "abort" or "esc" or "exit" or "interrupt" or "halt" or "please stop";
}
