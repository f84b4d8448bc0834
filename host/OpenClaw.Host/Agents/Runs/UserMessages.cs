using System.Text.Json;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Sessions.Runs;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Agents.Runs;

/// <summary>Writes what a person said in the form of the transcript.</summary>
internal static class UserMessages
{
    /// <param name="run">The run.</param>
    /// <param name="events">What the session is told before what the person said.</param>
    /// <param name="joining">Messages that are put together with it, oldest first.</param>
    public static TranscriptMessage Of(RunRecord run, IReadOnlyList<SystemEvent>? events = null, IReadOnlyList<RunRecord>? joining = null) => new()
    {
        Role = MessageRoles.User,
        Content = MessageContent.OfText(SystemEventText.Before(events ?? [], TextOf([run, .. joining ?? []]))),
        Timestamp = run.AcceptedAt,
        IdempotencyKey = $"{run.RunId}:user",
        Other = MembersOf(run, joining ?? []),
        Marks = MarksOf(run.Input),
    };

    /// <summary>A message that waits for its turn: it is no part of the transcript yet.</summary>
    public static PendingInput Pending(RunRecord run) => new()
    {
        Id = run.RunId,
        AcceptedAt = run.AcceptedAt,
        State = "queued",
        RunId = run.RunId,
        Message = Of(run) with { IdempotencyKey = null, Marks = MarksOf(run.Input) with { Id = $"pending:{run.RunId}" } },
    };

    private static string TextOf(IEnumerable<RunRecord> runs) => string.Join("\n\n", runs.Select(static run => TextOf(run.Input)));

    private static string TextOf(RunInput input) => input.LeftOut is not { } left
        ? input.Message
        : $"[{left.Count} messages before this one were left out because too many were waiting; the newest of them began:]\n"
            + string.Join('\n', left.Lines.Select(static line => $"- {line}")) + $"\n\n{input.Message}";

    private static IDictionary<string, JsonElement>? MembersOf(RunRecord run, IReadOnlyList<RunRecord> joining)
    {
        var members = ShownMedia.MemberOf([.. new[] { run }.Concat(joining).SelectMany(static one => one.Input.Media ?? [])]);
        if (run.Input.Outside is not { } source)
            return members;
        var outside = OutsideContent.MemberOf(source);
        foreach (var (name, value) in members ?? new Dictionary<string, JsonElement>())
            outside[name] = value;
        return outside;
    }

    private static TranscriptMarks MarksOf(RunInput input) => new()
    {
        SenderIsOwner = input.SenderIsOwner ? true : null,
        Transport = input.ClientId is { } client
            ? JsonSerializer.SerializeToElement(
                new MessageTransport([new MessageClient(client, input.ClientMode)]), AgentsJsonContext.Default.MessageTransport)
            : null,
    };
}
