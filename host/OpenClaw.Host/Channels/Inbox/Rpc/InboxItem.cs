namespace OpenClaw.Host.Channels.Inbox.Rpc;

/// <summary>A received message as operators see it.</summary>
internal sealed record InboxItem
{
    private const int MaxPreview = 120;

    public required long Id { get; init; }

    public required string State { get; init; }

    public required string Channel { get; init; }

    public required string AccountId { get; init; }

    public required string MessageId { get; init; }

    public required string ChatId { get; init; }

    public string? ThreadId { get; init; }

    public string? SenderId { get; init; }

    public string? SenderName { get; init; }

    public required long ReceivedAtMs { get; init; }

    public long? SettledAtMs { get; init; }

    public string? Reason { get; init; }

    public string? RunId { get; init; }

    /// <summary>The beginning of the text, where it is kept.</summary>
    public string? Preview { get; init; }

    public static InboxItem Of(InboxEntry entry)
    {
        var place = entry.Conversation.Split('\n', 2);
        return new InboxItem
        {
            Id = entry.Id,
            State = InboxStates.NameOf(entry.State),
            Channel = entry.Channel,
            AccountId = entry.AccountId,
            MessageId = entry.MessageId,
            ChatId = place[0],
            ThreadId = place.Length > 1 ? place[1] : null,
            SenderId = entry.Message?.SenderId,
            SenderName = entry.Message?.SenderName,
            ReceivedAtMs = entry.ReceivedAt,
            SettledAtMs = entry.SettledAt,
            Reason = entry.Reason,
            RunId = entry.RunId,
            Preview = PreviewOf(entry.Message?.Text),
        };
    }

    private static string? PreviewOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var line = text.Length > MaxPreview ? $"{text[..(MaxPreview - 1)].TrimEnd()}…" : text;
        return line.ReplaceLineEndings(" ");
    }
}
