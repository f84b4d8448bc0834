using System.Collections.Concurrent;
using OpenClaw.Channels;
using OpenClaw.Content;
using OpenClaw.Host.Channels.Outbox;

namespace OpenClaw.Host.Tests.Channels.Outbox;

/// <summary>A chat platform with its accounts: it shows what it gets, once for each key where sends are idempotent.</summary>
internal sealed class FakeSender : IChannelSender
{
    private readonly ConcurrentDictionary<string, string> _byKey = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<(string Chat, string Text, string Key)> _shown = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;
    private int _signs;

    public event Action<string, string>? AccountStarted;

    public ChannelDescriptor Channel { get; set; } = new() { Id = "fake", Label = "Fake", MaxTextLength = 100 };

    public bool Running { get; set; } = true;

    /// <summary>Looks at a message before the platform has it; an answer of its own keeps it from there.</summary>
    public Func<OutboundMessage, CancellationToken, Task<SendOutcome?>>? Before { get; set; }

    /// <summary>Runs when the platform has the message; may replace the answer.</summary>
    public Func<OutboundMessage, SendOutcome, Task<SendOutcome>>? After { get; set; }

    public int Calls => Volatile.Read(ref _calls);

    public List<OutboundMessage> Messages { get; } = [];

    public IReadOnlyList<(string Chat, string Text, string Key)> Shown
    {
        get
        {
            lock (_gate)
                return [.. _shown];
        }
    }

    public ChannelDescriptor? Find(string channelId) => channelId == Channel.Id ? Channel : null;

    public bool IsRunning(string channelId, string accountId) => Running && channelId == Channel.Id;

    public void Start(string accountId = "default")
    {
        Running = true;
        AccountStarted?.Invoke(Channel.Id, accountId);
    }

    public async Task<SendOutcome?> SendAsync(string channelId, string accountId, OutboundMessage message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        if (!Running)
            return null;
        if (Before is { } before && await before(message, cancellationToken) is { } instead)
            return instead;
        SendOutcome outcome = new SendAccepted(Show(message));
        return After is { } after ? await after(message, outcome) : outcome;
    }

    /// <summary>What the chat shows now, by the ids of its messages; deleted ones are not in it.</summary>
    public ConcurrentDictionary<string, string> Standing { get; } = [];

    /// <summary>Ids of messages in the order in which they were deleted.</summary>
    public ConcurrentQueue<string> Deleted { get; } = [];

    /// <summary>Looks at a change before the platform has it; an answer of its own keeps it from there.</summary>
    public Func<string, SendOutcome?> Editing { get; set; } = static _ => null;

    public Task<SendOutcome?> EditAsync(
        string channelId, string accountId, ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken)
    {
        if (Editing(messageId) is { } instead)
            return Task.FromResult<SendOutcome?>(instead);
        if (!Standing.ContainsKey(messageId))
            return Task.FromResult<SendOutcome?>(new SendRefused("message_not_found", "there is no such message"));
        Standing[messageId] = ((TextPart)parts[0]).Text;
        return Task.FromResult<SendOutcome?>(new SendAccepted(messageId));
    }

    public Task<SendOutcome?> DeleteAsync(string channelId, string accountId, ChatAddress chat, string messageId, CancellationToken cancellationToken)
    {
        Deleted.Enqueue(messageId);
        return Task.FromResult<SendOutcome?>(
            Standing.TryRemove(messageId, out _) ? new SendAccepted(messageId) : new SendRefused("message_not_found", "there is no such message"));
    }

    /// <summary>How often the chat was shown that an answer is being written.</summary>
    public int Signs => Volatile.Read(ref _signs);

    /// <summary>What happens when a sign is shown.</summary>
    public Func<Task<bool>> Typing { get; set; } = static () => Task.FromResult(true);

    public Task<bool> ShowTypingAsync(string channelId, string accountId, ChatAddress chat, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _signs);
        return Typing();
    }

    public async Task UntilShownAsync(int count)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_shown.Count >= count)
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(OutboxFixture.Patience);
        }
    }

    private string Show(OutboundMessage message)
    {
        lock (_gate)
        {
            if (Channel.IdempotentSends && _byKey.TryGetValue(message.IdempotencyKey, out var known))
                return known;
            var text = message.Parts[0] switch { TextPart part => part.Text, MediaPart media => $"<{media.Media.FileName}>{media.Media.Caption}", _ => "" };
            _shown.Add((message.Chat.ChatId, text, message.IdempotencyKey));
            Messages.Add(message);
            _byKey[message.IdempotencyKey] = $"m{_shown.Count}";
            Standing[$"m{_shown.Count}"] = text;
            _changed.TrySetResult();
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return $"m{_shown.Count}";
        }
    }
}
