using OpenClaw.Channels.WhatsApp.Connecting;
using OpenClaw.Channels.WhatsApp.Installing;
using OpenClaw.Channels.WhatsApp.Receiving;
using OpenClaw.Channels.WhatsApp.Sending;
using OpenClaw.Channels.WhatsApp.Settings;
using OpenClaw.Content;
using OpenClaw.Plugins;

namespace OpenClaw.Channels.WhatsApp;

/// <summary>One linked device.</summary>
internal sealed class WhatsAppChannel
    : IChannel, IChannelLogin, IChannelTyping, IChannelEdits, IChannelReactions, IChannelPolls, IChannelVerdicts, IChannelDirectory, IChannelMembers, IChannelProbe
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(45);

    private readonly IPluginScope _scope;
    private readonly AccountHealth _health;
    private readonly AccountLoop _loop;
    private readonly AccountLogin _login;
    private readonly MessageIntake _intake;
    private readonly MessageSender _sender;
    private readonly TypingSigns _signs;
    private readonly ReadReceipts _receipts;
    private readonly GroupDirectory _groups;
    private readonly SidecarPackages _packages;
    private readonly IDisposable _folder;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task _running = Task.CompletedTask;

    public WhatsAppChannel(ChannelAccount account, FoldersInUse inUse, SidecarSource source, SidecarPackages packages)
    {
        (_scope, _packages) = (account.Scope, packages);
        var settings = WhatsAppSettings.Read(account.Settings);
        var folders = AccountFolders.Of(settings, _scope.StorageDirectory);
        _folder = inUse.Take(folders.Auth, account.Id.Value);
        _health = new AccountHealth(_scope.Clock);
        var logger = _scope.CreateLogger("bridge");
        _intake = new MessageIntake(new InboundMapper(settings, account.Id.Value, _scope.Clock), new UnreadableEvents(_scope), _scope.Clock, logger);
        var setup = new SessionSetup
        {
            Auth = new AuthFolder(folders.Auth),
            Folders = folders,
            Settings = settings,
            Health = _health,
            Intake = _intake,
            Logins = new LoginDesk(),
            Version = _scope.Plugin.Version,
            Settled = () => _settled.TrySetResult(),
            Time = _scope.Clock,
            Logger = logger,
        };
        _loop = new AccountLoop(setup, source, account.Id.Value, logger);
        _login = new AccountLogin(_loop, setup);
        var calls = new BridgeCalls(_loop);
        _signs = new TypingSigns(calls, _scope.Clock);
        _sender = new MessageSender(calls, new FileSender(calls, folders.Media), _signs);
        _receipts = new ReadReceipts(calls, settings.SendReadReceipts != false, () => _intake.Me?.Jid);
        _groups = new GroupDirectory(calls);
    }

    public ChannelStatus Status => _health.Status;

    public async Task StartAsync(IChannelInbox inbox, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _intake.Open(inbox);
        _health.Begin();
        _packages.Installed += OnInstalled;
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running = ended.Task;
        _scope.Run("bridge", async ending =>
        {
            try
            {
                using var both = CancellationTokenSource.CreateLinkedTokenSource(ending, _stop.Token);
                await _loop.RunAsync(both.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Stopped.
            }
            finally
            {
                ended.TrySetResult();
            }
        });
        // WhatsApp may be out of reach for long; the account says so meanwhile.
        await _settled.Task.WaitAsync(StartPatience, _scope.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _packages.Installed -= OnInstalled;
        _health.Stopped();
        await _stop.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => _sender.SendAsync(message, cancellationToken);

    public IAsyncEnumerable<ChannelLoginStep> LoginAsync(bool force, CancellationToken cancellationToken) =>
        LoginAsync(new ChannelLoginRequest { Force = force }, cancellationToken);

    public IAsyncEnumerable<ChannelLoginStep> LoginAsync(ChannelLoginRequest request, CancellationToken cancellationToken) => _login.LoginAsync(request, cancellationToken);

    public Task LogoutAsync(CancellationToken cancellationToken) => _login.LogoutAsync(cancellationToken);

    public Task ShowTypingAsync(ChatAddress chat, CancellationToken cancellationToken) =>
        Jids.Chat(chat.ChatId) is { } to ? _signs.ShowAsync(to, cancellationToken) : Task.CompletedTask;

    public Task<SendOutcome> EditAsync(ChatAddress chat, string messageId, IReadOnlyList<MessagePart> parts, CancellationToken cancellationToken) =>
        _sender.EditAsync(chat, messageId, parts, cancellationToken);

    public Task<SendOutcome> DeleteAsync(ChatAddress chat, string messageId, CancellationToken cancellationToken) => _sender.DeleteAsync(chat, messageId, cancellationToken);

    public Task<SendOutcome> ReactAsync(ChatAddress chat, string messageId, string? emoji, CancellationToken cancellationToken) =>
        _sender.ReactAsync(chat, messageId, emoji, cancellationToken);

    public Task<SendOutcome> PollAsync(ChatAddress chat, ChannelPoll poll, CancellationToken cancellationToken) => _sender.PollAsync(chat, poll, cancellationToken);

    public Task DecidedAsync(InboundVerdict verdict, CancellationToken cancellationToken) => _receipts.DecidedAsync(verdict, cancellationToken);

    public Task<IReadOnlyList<ChatAddress>> FindChatsAsync(string query, int limit, CancellationToken cancellationToken) => _groups.FindChatsAsync(query, limit, cancellationToken);

    public Task<IReadOnlyList<ChatUser>> FindUsersAsync(string query, int limit, CancellationToken cancellationToken) => _groups.FindUsersAsync(query, limit, cancellationToken);

    public Task<IReadOnlyList<ChatUser>> ListMembersAsync(ChatAddress chat, int limit, CancellationToken cancellationToken) => _groups.MembersAsync(chat, limit, cancellationToken);

    // What is known without asking WhatsApp: a question to it proves nothing that its frames do not.
    public Task<ChannelProbe> ProbeAsync(CancellationToken cancellationToken)
    {
        var (status, me) = (Status, _intake.Me);
        return Task.FromResult(status.State == ChannelState.Running
            ? new ChannelProbe(true, AccountId: Jids.Person(null, me?.Jid), AccountName: me?.Name)
            : new ChannelProbe(false, status.LastError ?? "WhatsApp is not connected"));
    }

    public async ValueTask DisposeAsync()
    {
        _packages.Installed -= OnInstalled;
        await _stop.CancelAsync();
        await _signs.DisposeAsync();
        _folder.Dispose();
        _stop.Dispose();
    }

    private void OnInstalled()
    {
        if (Status is { IsTerminal: true, IsConfigured: false })
            _loop.Wake(forgetTrouble: true);
    }
}
