using OpenClaw.Content;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Host.Tools;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>What a chat is shown of a run's work, where somebody chose to see it (<c>/verbose</c>, <c>/reasoning</c>).</summary>
internal static class ChatNotes
{
    private const string Off = "off";
    private const string Full = "full";
    private const string Stream = "stream";
    private const int MaxArguments = 160;
    private const int MaxResult = 1_000;
    private const int MaxThinking = 8_000;

    public static IReadOnlyList<RunNote> Of(RunRecord run, IReadOnlyList<ToolCallOutcome> outcomes)
    {
        if (!IsWatched(run) || run.Input.Verbose is null or Off)
            return [];
        return [.. outcomes.Select(outcome => new RunNote($"tool:{run.RunId}:{outcome.Call.CallId}", TextOf(outcome, run.Input.Verbose == Full)))];
    }

    /// <summary>What the model thought before it called tools.</summary>
    public static IReadOnlyList<RunNote> Of(RunRecord run, ModelAnswer answer, int round) =>
        IsWatched(run) && run.Input.Reasoning == Stream && TextOf(answer) is { } text ? [new RunNote($"thinking:{round}", text)] : [];

    /// <summary>What the model thought before its last answer; nothing where the chat does not want to see it.</summary>
    public static string? Thinking(RunRecord run, ModelAnswer answer) =>
        !IsWatched(run) || run.Input.Reasoning is null or Off ? null : TextOf(answer);

    // What nobody asked for may end in silence, and so does the way to it.
    private static bool IsWatched(RunRecord run) => run.Input is { Route: not null, IsBackground: false };

    private static string? TextOf(ModelAnswer answer)
    {
        var thoughts = string.Join("\n\n", answer.Thinking.Select(static part => part.Text.Trim()).Where(static text => text.Length > 0));
        return thoughts.Length == 0 ? null : $"💭 {ToolText.Cut(thoughts, MaxThinking)}";
    }

    private static string TextOf(ToolCallOutcome outcome, bool withResult)
    {
        var arguments = outcome.Call.Arguments.GetRawText();
        var line = $"🔧 {outcome.Call.Name}{(arguments == "{}" ? "" : $" {Short(arguments, MaxArguments)}")}{(outcome.Result.IsError ? " (failed)" : "")}";
        return withResult && outcome.Text is { Length: > 0 } text ? $"{line}\n```\n{Short(text, MaxResult).Replace("```", "'''", StringComparison.Ordinal)}\n```" : line;
    }

    private static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return $"{text[..end]}…";
    }
}
