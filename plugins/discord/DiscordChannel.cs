using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Commands;
using OpenClaw.Channels.Discord.Connection;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Content;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.Discord;

/// <summary>One bot.</summary>
internal sealed class DiscordChannel : IChannel, IChannelTyping, IChannelEdits, IChannelReactions, IChannelCommands, IChannelProbe, IChannelPolls, IChannelHistory,
    IChannelDirectory, IChannelMembers, IChannelVerdicts
{
    private readonly ChannelAccount _account;
    private readonly DiscordSettings _settings;
    private readonly AccountHealth _health;
    private readonly IDisposable _token;
    private readonly AccountParts _parts;
    private Listening? _listening;

    public DiscordChannel(ChannelAccount account, IPluginScope plugin, TokensInUse tokens, IdentifyGates gates)
    {
        _account = account;
        _settings = DiscordSettings.Read(account.Settings);
        var (address, token) = (ApiAddress.Find(_settings), BotToken.Find(_settings, account.Id.Value, account.Scope));
        var proxy = _settings.ProxyAddress();
        _token = tokens.Take(token, account.Id.Value);
        _health = new AccountHealth(account.Scope.Clock);
        _parts = new AccountParts(account, plugin, _settings, address, token, proxy, gates, _health);
    }

    public ChannelStatus Status => _health.Status;

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        var listening = new Listening(_parts, await WhoAmIAsync(cancellationToken), inbox);
        _listening = listening;
        await listening.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _health.Stopped();
        if (_listening is { } listening)
            await listening.StopAsync().WaitAsync(cancellationToken);
    }

    public async Task<ChannelProbe> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var me = await _parts.Api.GetMeAsync(cancellationToken);
            return new ChannelProbe(true, AccountId: me.Id, AccountName: me.Username);
        }
        catch (ApiException error)
        {
            return new ChannelProbe(false, error.Message);
        }
    }

    public async Task OfferAsync(IReadOnlyList<ChannelCommand> commands, CancellationToken cancellationToken)
    {
        if (!CommandSettings.AreNative(_settings.Commands))
            return;
        try
        {
            var application = _settings.ApplicationId is { Length: > 0 } id ? id : (await _parts.Api.GetApplicationAsync(cancellationToken)).Id;
            var wanted = CommandList.Of(commands);
            if (!CommandList.IsSame(wanted, await _parts.Api.GetCommandsAsync(application, cancellationToken)))
                await _parts.Api.SetCommandsAsync(application, wanted, cancellationToken);
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message);
        }
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => _parts.Sender.SendAsync(message, cancellationToken);

    public Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) => _parts.Polls.PollAsync(chat, poll, cancellationToken);

    public Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken) => _parts.Changes.ShowTypingAsync(chat, cancellationToken);

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        _parts.Changes.EditAsync(chat, messageId, parts, cancellationToken);

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) =>
        _parts.Changes.DeleteAsync(chat, messageId, cancellationToken);

    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        _parts.Interactions.Find(messageId) is null
            ? _parts.Changes.ReactAsync(chat, messageId, emoji, cancellationToken)
            : Task.FromResult<SendOutcome>(new SendRefused("message_not_found", "a command is no message that could be reacted to"));

    public Task<IReadOnlyList<ChannelPost>> ReadAsync(ChatAddress chat, HistoryQuery query, CancellationToken cancellationToken) =>
        _parts.History.ReadAsync(chat, query, _listening?.Bot ?? new User { Id = "0" }, cancellationToken);

    public Task<IReadOnlyList<ChatAddress>> FindChatsAsync(string query, int limit, CancellationToken cancellationToken) =>
        _parts.Directory.FindChatsAsync(query, limit, cancellationToken);

    public Task<IReadOnlyList<ChatUser>> FindUsersAsync(string query, int limit, CancellationToken cancellationToken) =>
        _parts.Directory.FindUsersAsync(query, limit, cancellationToken);

    public Task<IReadOnlyList<ChatUser>> ListMembersAsync(ChatAddress chat, int limit, CancellationToken cancellationToken) =>
        _parts.Directory.MembersAsync(chat, limit, cancellationToken);

    public Task DecidedAsync(InboundVerdict verdict, CancellationToken cancellationToken) =>
        verdict.Decision == InboundDecision.Refused ? _parts.Answers.RefuseAsync(verdict.MessageId, cancellationToken) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_listening is { } listening)
            await listening.DisposeAsync();
        _token.Dispose();
    }

    private async Task<User> WhoAmIAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _parts.Api.GetMeAsync(cancellationToken);
        }
        catch (ApiException error) when (error.IsBadToken)
        {
            throw DiscordSettings.Wrong(CloseCodes.Of(4004).Reason);
        }
        catch (ApiException error)
        {
            throw new ChannelException(error.Message);
        }
    }
}
