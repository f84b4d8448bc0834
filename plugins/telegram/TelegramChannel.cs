using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Receiving;
using OpenClaw.Channels.Telegram.Sending;
using OpenClaw.Channels.Telegram.Settings;
using OpenClaw.Content;
using OpenClaw.Identity;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Telegram;

/// <summary>One bot.</summary>
internal sealed class TelegramChannel : IChannel, IChannelTyping, IChannelEdits, IChannelReactions, IChannelCommands, IChannelProbe, IChannelPolls
{
    private readonly IPluginScope _scope;
    private readonly AccountHealth _health;
    private readonly CancellationTokenSource _stop = new();
    private readonly IDisposable _token;
    private readonly Bot _asking;
    private readonly Bot _acting;
    private readonly MessageSender _sender;
    private readonly TelegramSettings _settings;
    private readonly WebhookSettings? _webhook;
    private readonly WebhookDoors _doors;
    private readonly AccountId _account;

    private Task _polling = Task.CompletedTask;
    private IDisposable? _door;

    public TelegramChannel(ChannelAccount account, TokensInUse tokens, WebhookDoors doors)
    {
        (_scope, _doors, _account) = (account.Scope, doors, account.Id);
        var settings = _settings = TelegramSettings.Read(account.Settings);
        var (root, proxy) = (settings.Root(), settings.ProxyAddress());
        _webhook = WebhookSettings.Of(settings, _scope);
        var token = BotToken.Find(settings, account.Id.Value, _scope);
        _token = tokens.Take(token, account.Id.Value);
        _health = new AccountHealth(_scope.Clock);
        // The question for messages stands for half a minute; nothing else shares its connection.
        _asking = new Bot(new BotApi(Client(proxy), root, token, _scope.Clock));
        _acting = new Bot(new BotApi(Client(proxy), root, token, _scope.Clock));
        _sender = new MessageSender(_acting, settings, _scope.Clock);
    }

    public ChannelStatus Status => _health.Status;

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        var me = await WhoAmIAsync(cancellationToken);
        var logger = _scope.CreateLogger("receiving");
        var mapper = new InboundMapper(me, new FileFetcher(_acting), _scope.Clock);
        var intake = new UpdateIntake(mapper, new UnreadableUpdates(_scope), _acting, logger);
        var name = me.Username is { } handle ? $"@{handle}" : me.FirstName;
        if (_webhook is null)
        {
            await RemoveWebhookAsync(cancellationToken);
            _health.Connected(name, "polling");
            var cursor = new Cursor();
            var poller = new Poller(_asking, new UpdateBatch(intake, cursor), cursor, _health, _scope.Clock, logger);
            Run("messages", token => poller.RunAsync(inbox, token));
            return;
        }

        // Open before Telegram is told of it: what comes at once must find somebody.
        _door = _doors.Open(new WebhookDoor(_account.Value, _webhook.Secret, intake, inbox, _health, logger));
        await SetWebhookAsync(_webhook, cancellationToken);
        _health.Connected(name, "webhook");
        Run("webhook", new WebhookWatch(_acting, _webhook.Url, _health, _scope.Clock).RunAsync);
    }

    public async Task<ChannelProbe> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var me = await _acting.GetMeAsync(cancellationToken);
            return new ChannelProbe(true, AccountId: MessageIds.Text(me.Id), AccountName: me.Username);
        }
        catch (ApiException error)
        {
            return new ChannelProbe(false, error.Message);
        }
    }

    public async Task OfferAsync(IReadOnlyList<ChannelCommand> commands, CancellationToken cancellationToken)
    {
        if (_settings.Commands?.Native.ValueKind == JsonValueKind.False)
            return;
        try
        {
            await _acting.SetCommandsAsync(CommandMenu.Of(commands, _settings.CustomCommands), cancellationToken);
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _health.Stopped();
        _door?.Dispose();
        await _stop.CancelAsync();
        await _polling.WaitAsync(cancellationToken);
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => _sender.SendAsync(message, cancellationToken);

    public Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken) => _sender.ShowTypingAsync(chat, cancellationToken);

    public Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) => _sender.PollAsync(chat, poll, cancellationToken);

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        _sender.EditAsync(chat, messageId, parts, cancellationToken);

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        _sender.DeleteAsync(chat, messageId, cancellationToken);

    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        _sender.ReactAsync(chat, messageId, emoji, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _door?.Dispose();
        _token.Dispose();
        _stop.Dispose();
    }

    private void Run(string name, Func<CancellationToken, Task> work)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _polling = ended.Task;
        _scope.Run(name, async ending =>
        {
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(ending, _stop.Token);
                await work(both.Token);
            }
            finally
            {
                ended.TrySetResult();
            }
        });
    }

    private async Task SetWebhookAsync(WebhookSettings webhook, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject
        {
            ["url"] = webhook.Url,
            ["secret_token"] = webhook.Secret,
            ["allowed_updates"] = WantedUpdates.List(),
            // One after the other: those of one chat must not overtake each other.
            ["max_connections"] = 1,
        };
        try
        {
            await _acting.SetWebhookAsync(parameters, cancellationToken);
        }
        catch (ApiException error)
        {
            throw new ChannelException($"Telegram does not take the webhook: {error.Message}") { IsTransient = error.Fault != ApiFault.Refused };
        }
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
