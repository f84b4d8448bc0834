using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Outbox.Replies;

/// <summary>What a chat is told at the end of a run.</summary>
internal static class RunReplyText
{
    private const string Interrupted = "The gateway stopped before it could answer. Send the message again to have it answered.";

    private const int MaxFailure = 500;

    /// <summary>The answer as the model gave it, or a short word about a failure; null where nothing is said.</summary>
    public static string? Of(RunRecord run) => run.State switch
    {
        RunState.Done => SilentReplies.ToDeliver(run.Input, run.Outcome?.Reply),
        RunState.Interrupted when run.Input.Route!.TellsFailures => $"⚠️ {Interrupted}",
        RunState.Failed or RunState.TimedOut when run.Input.Route!.TellsFailures => $"⚠️ {Short(run.Outcome?.Failure?.Message)}",
        _ => null,
    };

    public static bool IsSilent(string text) => text.Length == 0 || SilentReplies.IsSilent(text);

    private static string Short(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "The message could not be answered." : text.Length > MaxFailure ? $"{text[..MaxFailure]}…" : text;
}
