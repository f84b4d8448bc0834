using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Sending;
using OpenClaw.Channels.Telegram.Settings;
using OpenClaw.Content;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Telegram;

/// <summary>One bot.</summary>
internal sealed class TelegramChannel : IChannel, IChannelTyping, IChannelEdits, IChannelReactions
{
    private readonly IPluginScope _scope;
    private readonly AccountHealth _health;
    private readonly CancellationTokenSource _stop = new();
    private readonly IDisposable _token;
    private readonly Bot _asking;
    private readonly Bot _acting;
    private readonly MessageSender _sender;

    private Task _polling = Task.CompletedTask;

    public TelegramChannel(ChannelAccount account, TokensInUse tokens)
    {
        _scope = account.Scope;
        var settings = TelegramSettings.Read(account.Settings);
        var (root, proxy) = (settings.Root(), settings.ProxyAddress());
        var token = BotToken.Find(settings, account.Id.Value, _scope);
        _token = tokens.Take(token, account.Id.Value);
        _health = new AccountHealth(_scope.Clock);
        // The question for messages stands for half a minute; nothing else shares its connection.
        _asking = new Bot(new BotApi(Client(proxy), root, token, _scope.Clock));
        _acting = new Bot(new BotApi(Client(proxy), root, token, _scope.Clock));
        _sender = new MessageSender(_acting, settings);
    }

    public ChannelStatus Status => _health.Status;

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        var me = await WhoAmIAsync(cancellationToken);
        await RemoveWebhookAsync(cancellationToken);
        _health.Connected(me.Username is { } name ? $"@{name}" : me.FirstName);
        var logger = _scope.CreateLogger("receiving");
        var mapper = new InboundMapper(me, new FileFetcher(_acting), _scope.Clock);
        var cursor = new Cursor();
        var batch = new UpdateBatch(new UpdateIntake(mapper, new UnreadableUpdates(_scope), _acting, logger), cursor);
        var poller = new Poller(_asking, batch, cursor, _health, _scope.Clock, logger);
        var polling = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _polling = polling.Task;
        _scope.Run("messages", async ending =>
        {
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(ending, _stop.Token);
                await poller.RunAsync(inbox, both.Token);
            }
            finally
            {
                polling.TrySetResult();
            }
        });
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _health.Stopped();
        await _stop.CancelAsync();
        await _polling.WaitAsync(cancellationToken);
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => _sender.SendAsync(message, cancellationToken);

    public Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken) => _sender.ShowTypingAsync(chat, cancellationToken);

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        _sender.EditAsync(chat, messageId, parts, cancellationToken);

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        _sender.DeleteAsync(chat, messageId, cancellationToken);

    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        _sender.ReactAsync(chat, messageId, emoji, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _token.Dispose();
        _stop.Dispose();
    }

    private async Task<Wire.User> WhoAmIAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _acting.GetMeAsync(cancellationToken);
        }
        catch (ApiException error) when (error.IsBadToken)
        {
            throw TelegramSettings.Wrong(
                "Telegram does not accept the bot token (or channels.telegram.apiRoot leads elsewhere); get the right one from @BotFather and set channels.telegram.botToken");
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message);
        }
    }

    // A webhook that is left over from elsewhere would keep messages away. Where this fails, the first poll finds it out.
    private async Task RemoveWebhookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _acting.DeleteWebhookAsync(cancellationToken);
        }
        catch (ApiException)
        {
            // Said above.
        }
    }

    private HttpClient Client(Uri? proxy) => _scope.CreateHttpClient(new PluginHttpSettings
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseBytes = 20 * 1024 * 1024,
        Proxy = proxy,
    });
}
