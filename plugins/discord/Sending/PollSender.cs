using System.Text.Json.Nodes;
using OpenClaw.Channels.Discord.Api;

namespace OpenClaw.Channels.Discord.Sending;

/// <summary>Puts polls into chats: ten answers, open for hours. Everybody sees who chose what.</summary>
internal sealed class PollSender(MessageApi api, Destination destination, OpenSends open)
{
    private const int MostOptions = 10;
    private const int LongestQuestion = 300;
    private const int LongestOption = 55;
    private const int LongestHours = 32 * 24;
    private const int SuppressNotifications = 1 << 12;

    public async Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken)
    {
        if (ProblemOf(poll) is { } problem)
            return new SendRefused("invalid_poll", problem);
        try
        {
            if (await destination.FindAsync(chat, cancellationToken) is not { } channel)
                return Destination.Unknown(chat.ChatId);
            var nonce = Nonce.Of(poll.IdempotencyKey);
            return await open.SendAsync(nonce, OpenSends.Trusted, async () => MessageSender.Accepted(
                await api.SendAsync(channel, JsonBody.Of(BodyOf(poll, nonce)), hasFiles: false, cancellationToken)));
        }
        catch (ApiException error)
        {
            return Outcomes.OfRepeatable(error);
        }
    }

    private static string? ProblemOf(ChannelPoll poll) => poll switch
    {
        { IsAnonymous: true } => "polls of Discord show who chose what; leave anonymous out",
        { Question.Length: 0 or > LongestQuestion } => $"the question must have 1 to {LongestQuestion} characters",
        { Options.Count: 0 or > MostOptions } => $"Discord takes 1 to {MostOptions} answers",
        _ when poll.Options.Any(static option => option.Length is 0 or > LongestOption) => $"each answer must have 1 to {LongestOption} characters",
        _ => null,
    };

    private static JsonObject BodyOf(ChannelPoll poll, string nonce)
    {
        var body = new JsonObject
        {
            ["nonce"] = nonce,
            ["enforce_nonce"] = true,
            ["poll"] = new JsonObject
            {
                ["question"] = new JsonObject { ["text"] = poll.Question },
                ["answers"] = new JsonArray([.. poll.Options.Select(static option => (JsonNode)new JsonObject { ["poll_media"] = new JsonObject { ["text"] = option } })]),
                ["allow_multiselect"] = poll.MaxSelections > 1,
                ["duration"] = Math.Clamp((int)Math.Ceiling((poll.OpenFor ?? TimeSpan.FromHours(24)).TotalHours), 1, LongestHours),
            },
        };
        if (poll.Silent)
            body["flags"] = SuppressNotifications;
        return body;
    }
}
