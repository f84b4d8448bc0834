using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Discord.Fake;

/// <summary>What the bot has put into chats, as people see it.</summary>
internal sealed class MessageBook
{
    private const int MaxText = 2000;

    private readonly Lock _gate = new();
    private readonly List<PostedMessage> _shown = [];
    private readonly Dictionary<string, string> _nonces = [];
    private readonly SemaphoreSlim _changed = new(0);
    private long _next = 1_500_000_000_000_000_000;

    public IReadOnlyList<PostedMessage> Shown
    {
        get
        {
            lock (_gate)
                return [.. _shown];
        }
    }

    public string NextId() => Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<PostedMessage>> UntilAsync(Func<IReadOnlyList<PostedMessage>, bool> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var shown = Shown;
            if (isThere(shown))
                return shown;
            try
            {
                await _changed.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Shown is: {string.Join(" | ", shown.Select(static one => $"{one.Channel}: {one.Text}"))}");
            }
        }
    }

    public JsonObject Send(string channel, RestCall call, string? answerTo = null)
    {
        var body = Checked(call);
        lock (_gate)
        {
            var nonce = (string?)body["nonce"];
            if (nonce is { Length: > 25 })
                throw new DiscordError(400, 50035, "Invalid Form Body");
            if (nonce is not null && (bool?)body["enforce_nonce"] == true && _nonces.TryGetValue($"{channel} {nonce}", out var known))
                return Written(_shown.First(one => one.Id == known));
            var message = new PostedMessage { Id = NextId(), Channel = channel, Text = (string?)body["content"] ?? "", Source = body, Files = [.. call.Files.Values], AnswerTo = answerTo };
            _shown.Add(message);
            if (nonce is not null)
                _nonces[$"{channel} {nonce}"] = message.Id;
            _changed.Release();
            return Written(message);
        }
    }

    public JsonObject Edit(string channel, string id, RestCall call) => Change(channel, id, message =>
        message with { Text = (string?)Checked(call)["content"] ?? message.Text, Edits = message.Edits + 1, Files = call.Files.Count > 0 ? [.. call.Files.Values] : message.Files });

    public void Delete(string channel, string id)
    {
        lock (_gate)
        {
            if (_shown.RemoveAll(one => one.Channel == channel && one.Id == id) == 0)
                throw new DiscordError(404, 10008, "Unknown Message");
            _changed.Release();
        }
    }

    public JsonObject Answer(string interaction, RestCall call)
    {
        var known = Shown.FirstOrDefault(one => one.AnswerTo == interaction && one.Channel == "@original");
        return known is null ? Send("@original", call, interaction) : Edit("@original", known.Id, call);
    }

    public JsonObject React(string channel, string id, string emoji, bool isSet) => Change(channel, id, message =>
        message with { Reactions = isSet ? message.Reactions.Append(emoji).ToHashSet() : message.Reactions.Where(one => one != emoji).ToHashSet() });

    private JsonObject Change(string channel, string id, Func<PostedMessage, PostedMessage> change)
    {
        lock (_gate)
        {
            var place = _shown.FindIndex(one => one.Channel == channel && one.Id == id);
            if (place < 0)
                throw new DiscordError(404, 10008, "Unknown Message");
            _shown[place] = change(_shown[place]);
            _changed.Release();
            return Written(_shown[place]);
        }
    }

    private static JsonObject Checked(RestCall call)
    {
        var body = call.Body as JsonObject ?? throw new DiscordError(400, 50109, "The request body contains invalid JSON.");
        var text = (string?)body["content"] ?? "";
        if (text.EnumerateRunes().Count() > MaxText)
            throw new DiscordError(400, 50035, "Invalid Form Body");
        return string.IsNullOrWhiteSpace(text) && call.Files.Count == 0 && body["poll"] is null
            ? throw new DiscordError(400, 50006, "Cannot send an empty message")
            : body;
    }

    public static JsonObject Written(PostedMessage message) => new()
    {
        ["id"] = message.Id,
        ["channel_id"] = message.Channel,
        ["content"] = message.Text,
        ["timestamp"] = "2026-11-22T08:00:00+00:00",
        ["author"] = Chats.User(FakeDiscord.BotId, FakeDiscord.BotName, isBot: true),
        ["reactions"] = new JsonArray([.. message.Reactions.Select(static emoji => (JsonNode)new JsonObject { ["me"] = true, ["emoji"] = new JsonObject { ["name"] = emoji } })]),
    };
}
