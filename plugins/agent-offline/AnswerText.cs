using System.Text;
using OpenClaw.Agents.Offline.Conversations;
using OpenClaw.Agents.Offline.Scripts;
using OpenClaw.Content;

namespace OpenClaw.Agents.Offline;

/// <summary>The words of the answers.</summary>
internal static class AnswerText
{
    public const string Refusal = "I was asked to refuse, so I do.";

    public static string Thinking(Turn turn, ThinkingLevel level)
    {
        var words = turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return $"Thinking was set to {level.ToString().ToLowerInvariant()}. The message has {words} words. There is no model here, so I look for phrases and repeat the rest.";
    }

    public static string Calling(IReadOnlyList<ToolCallPart> calls) =>
        $"Calling {string.Join(", ", calls.Select(call => call.Name))}.";

    public static string For(Turn turn, Script script)
    {
        if (turn.AnswersTools)
            return Report(turn.Results);
        if (script.Words is { } words)
            return string.Join(' ', Enumerable.Range(1, words).Select(number => $"word{number}"));
        return script.Help ? SetupGuide.Phrases : Echo(turn);
    }

    private static string Report(IReadOnlyList<ToolResultPart> results)
    {
        var text = new StringBuilder();
        foreach (var result in results)
        {
            if (text.Length > 0)
                text.Append("\n\n");
            text.Append($"The tool {result.Name} {(result.IsError ? "failed" : "answered")}: {SpokenText.Shorten(SpokenText.Of(result))}");
        }

        return text.ToString();
    }

    private static string Echo(Turn turn)
    {
        var text = new StringBuilder($"You said: \"{SpokenText.Shorten(turn.Text)}\"");
        if (turn.Attachments.Count > 0)
            text.Append($"\nIt came with {turn.Attachments.Count} file(s): {string.Join(", ", turn.Attachments)}.");
        text.Append($"\n\nThis is message {turn.Number} of our conversation");
        text.Append(turn.Number > 1 ? $"; your first one was \"{SpokenText.Shorten(turn.FirstText)}\"." : ".");
        return text.Append("\n\n").Append(turn.Number == 1 ? SetupGuide.Introduction : SetupGuide.Reminder).ToString();
    }
}
