using System.Globalization;
using System.Text;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Feed;

namespace OpenClaw.Host.Agents.Commands;

/// <summary><c>/model</c> and <c>/models</c>: what answers in a session.</summary>
internal sealed class ModelCommand(
    ModelNames names, ModelSelector models, ModelList list, SessionStore sessions, SessionEditor editor, SessionFeed feed)
{
    private const int MaxListed = 60;
    private const int MaxShown = 60;

    public async ValueTask<string> AnswerAsync(SessionAddress session, string word, CancellationToken cancellationToken)
    {
        switch (word.ToLowerInvariant())
        {
            case "" or "status":
                var settings = (await sessions.FindAsync(session.Key, cancellationToken))?.Settings ?? SessionSettings.None;
                return settings.Model is { } chosen
                    ? $"Model: {settings.Provider}/{chosen}, chosen for this session; usually {models.DefaultOf(session.AgentId)}."
                    : $"Model: {models.DefaultOf(session.AgentId)} (default).";
            case "list":
                return await ListAsync(session, string.Empty, cancellationToken);
            case "default":
                await ChooseAsync(session, null, cancellationToken);
                return $"Model: {models.DefaultOf(session.AgentId)} again (default).";
        }

        if (names.Find(session.AgentId, word) is not { } model)
            return $"No model that may be used here is called \"{(word.Length > MaxShown ? word[..MaxShown] : word)}\". /models lists them.";
        await ChooseAsync(session, model, cancellationToken);
        return $"Model: {model}.";
    }

    public async ValueTask<string> ListAsync(SessionAddress session, string provider, CancellationToken cancellationToken)
    {
        var known = await list.OfAsync(session.AgentId, provider.Length > 0 ? provider : null, refresh: false, cancellationToken);
        if (known.Count == 0)
            return "No models are known here.";
        var text = new StringBuilder();
        foreach (var model in known.Take(MaxListed))
            text.Append(CultureInfo.InvariantCulture, $"{model.Provider}/{model.Id}{(model.Alias is { } alias ? $" ({alias})" : "")}\n");
        return known.Count > MaxListed ? text.Append(CultureInfo.InvariantCulture, $"and {known.Count - MaxListed} more").ToString() : text.ToString().TrimEnd();
    }

    private async ValueTask ChooseAsync(SessionAddress session, ModelReference? model, CancellationToken cancellationToken)
    {
        await editor.EditAsync(
            session, (entry, _) => entry with { Settings = entry.Settings with { Provider = model?.Provider, Model = model?.Model } }, cancellationToken);
        feed.Changed(session.Key, ChangeReasons.Patch);
    }
}
