using System.Collections.Concurrent;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Hooks;
using OpenClaw.Host.Channels.Outbox;
using OpenClaw.Host.Channels.Outbox.Replies;
using OpenClaw.Host.Channels.Text;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Channels.Drafts;

/// <summary>The answers that chats see growing (<c>streaming.mode: "partial"</c>), on platforms that can change messages.</summary>
internal sealed class RunDrafts(
    IChannelSender sender, OutboundSettings settings, DeliveryRules rules, SessionStore sessions, TimeProvider time, MessageHooks? hooks = null)
{
    private readonly ConcurrentDictionary<string, RunDraft> _open = [];

    public DraftSign? Begin(RunRecord run, ReplyRoute route, ChannelDescriptor channel)
    {
        // Hooks see a whole answer or none; what nobody asked for may turn out to be nothing.
        if (!settings.ShowsDrafts(channel.Id, route.AccountId) || !channel.Abilities.HasFlag(ChannelAbilities.Edits)
            || settings.ReplyToMode(channel.Id, route.AccountId) != "off" || run.Input.IsUnasked || hooks is { HasAny: true })
            return null;
        var draft = new RunDraft(sender, route, $"draft:{run.RunId}", token => IsAllowedAsync(run, route, token), time);
        _open[run.RunId] = draft;
        var limit = settings.TextLimit(channel, route.AccountId);
        return new DraftSign(text => draft.Show(Visible(text, limit, channel.TextUnit)), () => CloseAsync(run.RunId).AsTask());
    }

    /// <summary>Ends what a chat sees of a run.</summary>
    /// <returns>The message that shows it; nothing where none does, or when it was asked for before.</returns>
    public async ValueTask<string?> CloseAsync(string runId)
    {
        if (!_open.TryRemove(runId, out var draft))
            return null;
        await using (draft)
            return await draft.CloseAsync();
    }

    /// <summary>Takes a draft away that no answer takes the place of.</summary>
    public async Task RemoveAsync(ReplyRoute route, string messageId)
    {
        try
        {
            await sender.DeleteAsync(route.Channel, route.AccountId, new ChatAddress(route.ChatId, route.ChatKind, route.ThreadId), messageId, CancellationToken.None);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The border to the plugin: a draft that stays is a blemish.
        }
    }

    private async ValueTask<bool> IsAllowedAsync(RunRecord run, ReplyRoute route, CancellationToken cancellationToken) =>
        rules.Allows(run, route, await sessions.FindAsync(run.SessionKey, cancellationToken));

    private static string Visible(string text, int limit, TextUnit unit)
    {
        var plain = ReplyMedia.Of(ReplyTags.Of(text).Text).Text;
        return TextCutter.Cut(plain, limit, unit).FirstOrDefault() ?? "";
    }
}
