using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Tests.Telegram.Fake;

/// <summary>What the bot's chats hold, and what Telegram says to changes of them.</summary>
internal sealed class ChatBook
{
    private const int MaxText = 4096;
    private const int MaxCaption = 1024;

    private readonly Lock _gate = new();
    private readonly List<ShownMessage> _shown = [];
    private readonly HashSet<long> _unknown = [];
    private readonly SemaphoreSlim _changed = new(0);
    private long _ids = 500;

    public IReadOnlyList<ShownMessage> Shown
    {
        get
        {
            lock (_gate)
                return [.. _shown];
        }
    }

    /// <summary>A chat that the bot is not in.</summary>
    public void Forget(long chat) => _unknown.Add(chat);

    public long NextId() => Interlocked.Increment(ref _ids);

    public async Task<IReadOnlyList<ShownMessage>> UntilAsync(Func<IReadOnlyList<ShownMessage>, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var now = Shown;
            if (isSo(now))
                return now;
            try
            {
                await _changed.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Telegram shows {now.Count}: {string.Join(" | ", now.Select(static one => one.Text))}");
            }
        }
    }

    public JsonObject Send(ApiCall call)
    {
        var text = TextOf(call, "text", MaxText);
        return text.Trim().Length == 0 ? throw new BotApiError(400, "Bad Request: message text is empty") : Add(call, text, call.Text("text")!);
    }

    public JsonObject SendFile(ApiCall call, string kind, UploadedFile? file, string? caption = null, string? group = null)
    {
        if (file is { Content.Length: 0 })
            throw new BotApiError(400, "Bad Request: file must be non-empty");
        var text = TextOf(call, "caption", MaxCaption, caption);
        return Add(call, text, caption ?? call.Text("caption") ?? "", one => one with { Kind = kind, File = file, MediaGroup = group });
    }

    public JsonObject SendPoll(ApiCall call)
    {
        if (call.Text("question") is not { Length: > 0 and <= 300 } question || call.Node("options") is not JsonArray { Count: >= 2 and <= 12 } options)
            throw new BotApiError(400, "Bad Request: poll must have a question and 2 to 12 options");
        return Add(call, $"{question} {string.Join('/', options.Select(static one => (string?)one!["text"]))}", question, static one => one with { Kind = "poll" });
    }

    public JsonObject Edit(ApiCall call)
    {
        lock (_gate)
        {
            var at = _shown.FindIndex(one => one.Id == call.Number("message_id") && one.Chat == call.Number("chat_id"));
            if (at < 0)
                throw new BotApiError(400, "Bad Request: message to edit not found");
            var text = TextOf(call, "text", MaxText);
            if (_shown[at].Source == call.Text("text"))
                throw new BotApiError(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same");
            _shown[at] = _shown[at] with { Text = text, Source = call.Text("text")!, ParseMode = call.Text("parse_mode"), Edits = _shown[at].Edits + 1 };
            _changed.Release();
            return Answer(_shown[at]);
        }
    }

    public void Delete(ApiCall call)
    {
        lock (_gate)
        {
            if (_shown.RemoveAll(one => one.Id == call.Number("message_id") && one.Chat == call.Number("chat_id")) == 0)
                throw new BotApiError(400, "Bad Request: message to delete not found");
            _changed.Release();
        }
    }

    private JsonObject Add(ApiCall call, string text, string source, Func<ShownMessage, ShownMessage>? more = null)
    {
        var chat = call.Number("chat_id") ?? throw new BotApiError(400, "Bad Request: chat not found");
        if (_unknown.Contains(chat))
            throw new BotApiError(400, "Bad Request: chat not found");
        var thread = call.Number("message_thread_id");
        if (thread == 1)
            throw new BotApiError(400, "Bad Request: message thread not found");
        var shown = new ShownMessage
        {
            Id = NextId(),
            Chat = chat,
            Thread = thread,
            Text = text,
            Source = source,
            ParseMode = call.Text("parse_mode"),
            ReplyTo = (long?)call.Node("reply_parameters")?["message_id"],
            Silent = call.Text("disable_notification") == "true",
            Keyboard = call.Node("reply_markup"),
        };
        shown = more?.Invoke(shown) ?? shown;
        lock (_gate)
            _shown.Add(shown);
        _changed.Release();
        return Answer(shown);
    }

    private static string TextOf(ApiCall call, string name, int most, string? given = null)
    {
        var source = given ?? call.Text(name) ?? "";
        var text = call.Text("parse_mode") == "HTML" ? TelegramHtml.Read(source) : source;
        return text.Length <= most ? text : throw new BotApiError(400, name == "text" ? "Bad Request: message is too long" : "Bad Request: message caption is too long");
    }

    private static JsonObject Answer(ShownMessage shown) => new()
    {
        ["message_id"] = shown.Id,
        ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["chat"] = new JsonObject { ["id"] = shown.Chat, ["type"] = shown.Chat > 0 ? "private" : "supergroup" },
        ["text"] = shown.Text,
    };
}
