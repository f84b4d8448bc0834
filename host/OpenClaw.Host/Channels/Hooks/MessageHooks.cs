using OpenClaw.Hooks;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Tools;
using OpenClaw.Identity;

namespace OpenClaw.Host.Channels.Hooks;

/// <summary>Asks hooks of plugins about messages that came in and about those that go out.</summary>
internal sealed class MessageHooks(IPluginCatalog? plugins = null)
{
    public const string StoppedCode = "stopped_by_plugin";

    private const int MaxText = 100_000;
    private const int MaxReason = 256;

    /// <summary>False while no plugin has such hooks, which is nearly always.</summary>
    public bool HasAny => Current.Length > 0;

    private HookContribution[] Current => plugins?.Current.Hooks?.Message ?? [];

    /// <returns>The text to go on with, or why the message ends here.</returns>
    public ValueTask<(string Text, string? Stopped)> ReceivedAsync(InboxRow row, CancellationToken cancellationToken) =>
        AskAsync(Describe(row), static (hook, message, token) => hook.ReceivedAsync(message, token), cancellationToken);

    /// <returns>The text to send, or why nothing is sent.</returns>
    public ValueTask<(string Text, string? Stopped)> SendingAsync(OutboxRow row, OutboundContent content, CancellationToken cancellationToken) =>
        AskAsync(Describe(row, content), static (hook, message, token) => hook.SendingAsync(message, token), cancellationToken);

    public async ValueTask SentAsync(OutboxRow row, OutboundContent content, CancellationToken cancellationToken)
    {
        if (Current is not { Length: > 0 } hooks)
            return;
        var message = Describe(row, content);
        await HookCalls.TellAsync<IMessageHook>(hooks, (hook, token) => hook.SentAsync(message, token), cancellationToken);
    }

    private async ValueTask<(string Text, string? Stopped)> AskAsync(
        HookedMessage message, Func<IMessageHook, HookedMessage, CancellationToken, Task<MessageDecision>> ask, CancellationToken cancellationToken)
    {
        foreach (var hook in Current)
        {
            var asked = message;
            var decision = await HookCalls.TryAskAsync<IMessageHook, MessageDecision>(hook, (target, token) => ask(target, asked, token), cancellationToken);
            if (decision?.StopReason is { } reason)
                return (message.Text, $"plugin {hook.PluginId}: {ToolText.Cut(reason, MaxReason)}");
            if (decision?.Text is { } text)
                message = message with { Text = ToolText.Cut(text, MaxText) };
        }

        return (message.Text, null);
    }

    private static HookedMessage Describe(InboxRow row) => new()
    {
        Channel = row.Account.Channel,
        Account = new AccountId(row.Account.Account),
        ChatId = row.Message.ChatId,
        SenderId = row.Message.SenderId,
        Text = row.Message.Text,
    };

    private static HookedMessage Describe(OutboxRow row, OutboundContent content) => new()
    {
        Channel = row.Channel,
        Account = new AccountId(row.AccountId),
        ChatId = content.ChatId,
        Text = content.Text,
    };
}
