using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary><c>message react</c>, <c>edit</c> and <c>delete</c>: something that happens to a message that is there.</summary>
internal sealed class MessageChangeCommand(string name, string description, string done, params Option[] more) : MessageCommand(name, description)
{
    private readonly Option<string> _messageId = new("--message-id") { Description = "The message", HelpName = "id", Required = true };

    public static MessageChangeCommand React() => new(
        "react",
        "Put a reaction below a message, or take it away",
        "Reaction set",
        new Option<string?>("--emoji") { Description = "The reaction", HelpName = "emoji" },
        new Option<bool>("--remove") { Description = "Take the reaction away" });

    public static MessageChangeCommand Edit() => new(
        "edit",
        "Change a message that this account wrote",
        "Changed",
        new Option<string>("--message", "--text", "-m") { Description = "What it becomes, as Markdown", HelpName = "text", Required = true });

    public static MessageChangeCommand Delete() => new("delete", "Remove a message", "Removed");

    protected override void Configure(Command command)
    {
        command.Options.Add(_messageId);
        foreach (var option in more)
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override ValueTask<JsonObject> ParametersAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new JsonObject { ["messageId"] = invocation.Get(_messageId) };
        foreach (var option in more)
        {
            if (option is Option<bool> flag)
                parameters[Key(option)] = invocation.Get(flag);
            else if (invocation.Get((Option<string?>)option) is { } text)
                parameters[Key(option)] = text;
        }

        return parameters.ContainsKey("remove") && !parameters.ContainsKey("emoji") && parameters["remove"]!.GetValue<bool>() is false
            ? throw new CliException("Pass --emoji with the reaction, or --remove.")
            : ValueTask.FromResult(parameters);
    }

    protected override void Tell(CliInvocation invocation, JsonElement result) =>
        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"{done}: message {result.TextAt("messageId")} in {result.TextAt("chatId")} ({result.TextAt("channel")})."));

    private static string Key(Option option) => option.Name.TrimStart('-');
}
