using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Bench.Crash;

/// <summary>What became of every message: shown how often, turned how often, or listed for a person to decide.</summary>
internal sealed record CrashTally(int Told, int Answered, int Interrupted, int Unknown, int Lost, int Repeated, int TurnedTwice)
{
    private const string InterruptedWord = "The gateway stopped";

    public bool Holds => Lost == 0 && Repeated == 0 && TurnedTwice == 0;

    public static async Task<CrashTally> OfAsync(GatewayClient client, IReadOnlyList<SentText> shown, int told, CancellationToken cancellationToken)
    {
        var byChat = shown.ToLookup(static text => text.Chat);
        var unknown = await ListedAsync(client, "unknown", cancellationToken);
        var lost = 0;
        var twice = 0;
        for (var number = 1; number <= told; number++)
        {
            var chat = NameOf(number);
            if (!byChat.Contains(chat) && !unknown.Contains(chat))
                lost++;
            if (await TurnsAsync(client, chat, cancellationToken) > 1)
                twice++;
        }

        return new CrashTally(
            told,
            byChat.Count(static chat => chat.Any(static text => !text.Text.Contains(InterruptedWord, StringComparison.Ordinal))),
            byChat.Count(static chat => chat.All(static text => text.Text.Contains(InterruptedWord, StringComparison.Ordinal))),
            unknown.Count,
            lost,
            byChat.Count(static chat => chat.Count() > 1),
            twice);
    }

    public static string NameOf(int number) => $"c{number}";

    private static async Task<int> TurnsAsync(GatewayClient client, string chat, CancellationToken cancellationToken)
    {
        var history = await client.RequestAsync("chat.history", JsonElement.Parse($$"""{"sessionKey":"agent:main:direct:{{chat}}"}"""), cancellationToken: cancellationToken);
        return history.GetProperty("messages").EnumerateArray().Count(static message => message.GetProperty("role").GetString() == "user");
    }

    private static async Task<HashSet<string>> ListedAsync(GatewayClient client, string state, CancellationToken cancellationToken)
    {
        var chats = new HashSet<string>(StringComparer.Ordinal);
        long? cursor = null;
        do
        {
            var from = cursor is { } at ? $",\"cursor\":{at}" : string.Empty;
            var page = await client.RequestAsync("outbox.list", JsonElement.Parse($$"""{"state":"{{state}}","limit":200{{from}}}"""), cancellationToken: cancellationToken);
            foreach (var item in page.GetProperty("items").EnumerateArray())
                chats.Add(item.GetProperty("to").GetString()!);
            cursor = page.TryGetProperty("nextCursor", out var next) && next.ValueKind == JsonValueKind.Number ? next.GetInt64() : null;
        }
        while (cursor is not null);
        return chats;
    }
}
