using System.CommandLine;
using System.Text.Json.Nodes;

namespace OpenClaw.Host.Cli.Commands.Cron;

/// <summary>What a job does: <c>--message</c> asks the agent, <c>--system-event</c> tells a session something.</summary>
internal sealed class CronPayloadOptions
{
    private readonly Option<string?> _message = new("--message") { Description = "What the agent is asked", HelpName = "text" };
    private readonly Option<string?> _event = new("--system-event") { Description = "What the main session is told with its next turn", HelpName = "text" };
    private readonly Option<string?> _model = new("--model") { Description = "The model for these runs", HelpName = "model" };
    private readonly Option<string?> _thinking = new("--thinking") { Description = "How much the model thinks", HelpName = "level" };
    private readonly Option<int?> _timeout = new("--timeout-seconds") { Description = "How long a run may take; 0 for no limit", HelpName = "seconds" };
    private readonly Option<bool> _light = new("--light-context") { Description = "Tell the agent little of its workspace" };

    public void AddTo(Command command)
    {
        command.Options.Add(_message);
        command.Options.Add(_event);
        command.Options.Add(_model);
        command.Options.Add(_thinking);
        command.Options.Add(_timeout);
        command.Options.Add(_light);
    }

    /// <returns>Null when nothing of it was given.</returns>
    public JsonObject? Read(CliInvocation invocation)
    {
        var (message, told) = (invocation.Get(_message), invocation.Get(_event));
        var settings = new JsonObject();
        if (invocation.Get(_model) is { } model)
        {
            settings["model"] = model;
        }

        if (invocation.Get(_thinking) is { } thinking)
        {
            settings["thinking"] = thinking;
        }

        if (invocation.Get(_timeout) is { } seconds)
        {
            settings["timeoutSeconds"] = seconds;
        }

        if (invocation.Get(_light))
        {
            settings["lightContext"] = true;
        }

        if (told is not null && (message is not null || settings.Count > 0))
        {
            throw new CliException("--system-event asks no model: leave out --message, --model, --thinking, --timeout-seconds and --light-context.");
        }

        if (told is not null)
        {
            return new JsonObject { ["kind"] = "systemEvent", ["text"] = told };
        }

        if (message is not null)
        {
            settings["message"] = message;
        }

        if (settings.Count == 0)
        {
            return null;
        }

        settings["kind"] = "agentTurn";
        return settings;
    }
}
