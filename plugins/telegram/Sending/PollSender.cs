using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Receiving;

namespace OpenClaw.Channels.Telegram.Sending;

/// <summary>Puts up polls.</summary>
internal sealed class PollSender(Bot bot)
{
    private const int LongestQuestion = 300;
    private const int LongestOption = 100;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task<SendOutcome> SendAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken)
    {
        if (Destination.Of(chat) is not { } parameters)
            return Destination.Unknown(chat.ChatId);
        if (Problem(poll) is { } problem)
            return new SendRefused("invalid_poll", problem);
        parameters["question"] = poll.Question;
        parameters["options"] = new JsonArray([.. poll.Options.Select(static option => (JsonNode)new JsonObject { ["text"] = option })]);
        parameters["allows_multiple_answers"] = poll.MaxSelections > 1;
        if (poll.IsAnonymous is { } isAnonymous)
            parameters["is_anonymous"] = isAnonymous;
        if (poll.OpenFor is { } open)
            parameters["open_period"] = (int)open.TotalSeconds;
        if (poll.Silent)
            parameters["disable_notification"] = true;
        try
        {
            // The text key names nothing of a poll: only its chat can be mended.
            var sent = await Mending.CallAsync(parameters, "question", poll.Question, () => bot.SendPollAsync(parameters, cancellationToken));
            return new SendAccepted(MessageIds.Text(sent.MessageId), sent.Chat is { } at ? MessageIds.Text(at.Id) : null);
        }
        catch (ApiException error)
        {
            return Outcomes.Of(error);
        }
    }

    private static string? Problem(ChannelPoll poll) => poll switch
    {
        { Question.Length: 0 or > LongestQuestion } => $"Telegram takes questions of 1 to {LongestQuestion} characters",
        { Options.Count: < 2 or > 12 } => "Telegram takes 2 to 12 answers",
        _ when poll.Options.Any(static option => option.Length is 0 or > LongestOption) => $"Telegram takes answers of 1 to {LongestOption} characters",
        { OpenFor: { } open } when open < Shortest || open > Longest => "Telegram closes polls by itself after 5 seconds to 10 minutes; leave the time out for one that stays open",
        _ => null,
    };
}
