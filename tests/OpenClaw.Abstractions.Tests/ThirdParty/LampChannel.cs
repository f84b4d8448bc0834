using System.Runtime.CompilerServices;
using OpenClaw.Channels;
using OpenClaw.Content;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>A channel with every facet.</summary>
internal sealed class LampChannel(LampBoard board, ChannelAccount account)
    : IChannel, IChannelLogin, IChannelTyping, IChannelReactions, IChannelEdits, IChannelDirectory
{
    private static readonly ChatAddress Room = new("room", ChatKind.Group);

    public ChannelStatus Status { get; private set; } = new() { State = ChannelState.NeedsLogin, Linked = false };

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        if (Status.Linked != true)
            throw new ChannelException($"Lamp {account.Id} is not linked; log in first.") { NeedsLogin = true, IsTransient = false };
        var receipt = await inbox.AcceptAsync(
            new InboundMessage
            {
                MessageId = "1",
                Chat = Room,
                Sender = new ChatUser("ada"),
                SentAt = account.Scope.Clock.GetUtcNow(),
                Parts = [new TextPart("on")],
            },
            cancellationToken);
        board.Shown.Enqueue($"ack {receipt.Disposition}");
        Status = Status with { State = ChannelState.Running, LastContactAt = account.Scope.Clock.GetUtcNow() };
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Status = Status with { State = ChannelState.Stopped };
        return Task.CompletedTask;
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Show(string.Concat(message.Parts.OfType<TextPart>().Select(part => part.Text)));

    public async IAsyncEnumerable<ChannelLoginStep> LoginAsync(bool force, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ChannelLoginStep { QrText = "lamp:1234", Instruction = "Scan this with the lamp." };
        await Task.Yield();
        Status = Status with { Linked = true, State = ChannelState.Stopped };
        yield return new ChannelLoginStep { Done = true };
    }

    public Task LogoutAsync(CancellationToken cancellationToken)
    {
        Status = Status with { Linked = false, State = ChannelState.NeedsLogin };
        return Task.CompletedTask;
    }

    public Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken) => Show("typing");

    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        Show($"react {messageId} {emoji ?? "nothing"}");

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        Show($"edit {messageId}");

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendRefused("not_supported", "A lamp cannot forget."));

    public Task<IReadOnlyList<ChatAddress>> FindChatsAsync(string query, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChatAddress>>([Room]);

    public Task<IReadOnlyList<ChatUser>> FindUsersAsync(string query, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChatUser>>([]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<SendOutcome> Show(string text)
    {
        board.Shown.Enqueue(text);
        return Task.FromResult<SendOutcome>(new SendAccepted($"m{board.Shown.Count}"));
    }
}
