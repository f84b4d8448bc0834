using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Agents;

namespace OpenClaw.Host.Agents.Events;

/// <summary>Says what became of an answer.</summary>
internal static class Replies
{
    private const string Visible = "visible";
    private const string Silent = "silent";
    private const string Empty = "empty";

    public static string DispositionOf(string? reply) =>
        string.IsNullOrEmpty(reply) ? Empty : SilentReplies.IsSilent(reply) ? Silent : Visible;

    public static TerminalReply Of(string? reply) => new() { Disposition = DispositionOf(reply), Text = reply ?? string.Empty };
}
