using System.CommandLine;
using System.Text.Json.Nodes;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>Where the result of a job goes.</summary>
internal sealed class CronDeliveryOptions
{
    private readonly Option<bool> _announce = new("--announce") { Description = "Send the result to a chat" };
    private readonly Option<string?> _channel = new("--channel") { Description = "The channel of that chat, or last", HelpName = "id" };
    private readonly Option<string?> _to = new("--to") { Description = "The chat, as its channel names it", HelpName = "chat" };
    private readonly Option<string?> _account = new("--account") { Description = "The account that sends", HelpName = "id" };
    private readonly Option<string?> _webhook = new("--webhook") { Description = "Post the result to this address", HelpName = "url" };
    private readonly Option<bool> _none = new("--no-deliver") { Description = "Keep the result here" };

    public void AddTo(Command command)
    {
        command.Options.Add(_announce);
        command.Options.Add(_channel);
        command.Options.Add(_to);
        command.Options.Add(_account);
        command.Options.Add(_webhook);
        command.Options.Add(_none);
    }

    /// <returns>Null when nothing of it was given.</returns>
    public JsonObject? Read(CliInvocation invocation)
    {
        var webhook = invocation.Get(_webhook);
        (string Name, string? Value)[] chat = [("channel", invocation.Get(_channel)), ("to", invocation.Get(_to)), ("accountId", invocation.Get(_account))];
        var announces = invocation.Get(_announce) || chat.Any(static part => part.Value is not null);
        if ((announces ? 1 : 0) + (webhook is null ? 0 : 1) + (invocation.Get(_none) ? 1 : 0) > 1)
        {
            throw new CliException("Choose one of --announce (with --channel and --to), --webhook and --no-deliver.");
        }

        if (webhook is not null)
        {
            return new JsonObject { ["mode"] = "webhook", ["to"] = webhook };
        }

        if (!announces)
        {
            return invocation.Get(_none) ? new JsonObject { ["mode"] = "none" } : null;
        }

        var delivery = new JsonObject { ["mode"] = "announce" };
        foreach (var (name, value) in chat)
        {
            if (value is not null)
            {
                delivery[name] = value;
            }
        }

        return delivery;
    }
}
