using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Client;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Crash;

/// <summary>What became of every message: shown how often, turned how often, or listed for a person to decide.</summary>
internal sealed partial record CrashTally(int Told, int Chats, int Answered, int Interrupted, int Unknown, int Lost, int Repeated, int TurnedTwice)
{
    private const string InterruptedWord = "The gateway stopped";

    // What a backlog of minutes says to messages that waited beyond gateway.queue.messageTimeoutMs.
    private const string BusyWord = "The gateway is busy";

    public bool Holds => Lost == 0 && Repeated == 0 && TurnedTwice == 0;

    public static async Task<CrashTally> OfAsync(GatewayClient client, IReadOnlyList<SentText> shown, int told, CancellationToken cancellationToken)
    {
        var byChat = shown.ToLookup(static text => text.Chat, static text => text.Text);
        var unknown = (await UnknownAsync(client, cancellationToken)).ToLookup(static item => item.Chat, static item => item.Text);
        var tally = new CrashTally(told, 0, 0, 0, unknown.Sum(static chat => chat.Count()), 0, 0, 0);
        foreach (var chat in Enumerable.Range(1, told).GroupBy(CrashPlan.ChatOf))
        {
            var said = byChat[chat.Key].Select(WhatIs).ToList();
            var listed = unknown[chat.Key].Select(WhatIs).ToList();
            var notes = said.Count(static one => one is null);
            var answered = said.OfType<string>().ToHashSet(StringComparer.Ordinal);
            // What is unknown may have been shown; it stands for one message, not for two.
            var accounted = answered.Union(listed.OfType<string>()).Count() + notes + listed.Count(static one => one is null);
            tally = tally with
            {
                Chats = tally.Chats + 1,
                Answered = tally.Answered + answered.Count,
                Interrupted = tally.Interrupted + notes,
                Lost = tally.Lost + Math.Max(0, chat.Count() - accounted),
                Repeated = tally.Repeated + said.OfType<string>().Count() - answered.Count + Math.Max(0, said.Count - chat.Count()),
                TurnedTwice = tally.TurnedTwice + Math.Max(0, await TurnsAsync(client, chat.Key, cancellationToken) - chat.Count()),
            };
        }

        return tally;
    }

    /// <summary>Which message a text answers; null for a note that its run was interrupted or came too late.</summary>
    private static string? WhatIs(string text) =>
        text.Contains(InterruptedWord, StringComparison.Ordinal) || text.Contains(BusyWord, StringComparison.Ordinal) ? null
        : Number().Match(text) is { Success: true, Value: var number } ? number
        : "tool";

    private static async Task<int> TurnsAsync(GatewayClient client, string chat, CancellationToken cancellationToken)
    {
        var history = await client.RequestAsync("chat.history", JsonElement.Parse($$"""{"sessionKey":"agent:main:direct:{{chat}}"}"""), cancellationToken: cancellationToken);
        return history.GetProperty("messages").EnumerateArray().Count(static message => message.GetProperty("role").GetString() == "user");
    }

    private static async Task<List<(string Chat, string Text)>> UnknownAsync(GatewayClient client, CancellationToken cancellationToken)
    {
        var items = new List<(string, string)>();
        long? cursor = null;
        do
        {
            var from = cursor is { } at ? string.Create(CultureInfo.InvariantCulture, $",\"cursor\":{at}") : string.Empty;
            var page = await client.RequestAsync("outbox.list", JsonElement.Parse($$"""{"state":"unknown","limit":200{{from}}}"""), cancellationToken: cancellationToken);
            foreach (var item in page.GetProperty("items").EnumerateArray())
                items.Add((item.GetProperty("to").GetString()!, item.TryGetProperty("preview", out var preview) ? preview.GetString()! : ""));
            cursor = page.TryGetProperty("nextCursor", out var next) && next.ValueKind == JsonValueKind.Number ? next.GetInt64() : null;
        }
        while (cursor is not null);
        return items;
    }

    // The first number is that of the message; an answer quotes the first message of its chat behind it.
    [GeneratedRegex(@"number \d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
