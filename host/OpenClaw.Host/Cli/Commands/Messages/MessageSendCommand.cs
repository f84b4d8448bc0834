using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Channels.Outbox.Files;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.Commands.Messages;

/// <summary><c>message send</c>: a text, a file, or both.</summary>
internal sealed class MessageSendCommand() : MessageCommand("send", "Send a message to a chat")
{
    private const long LargestFile = 16 * 1024 * 1024;

    private readonly Option<string?> _message = new("--message", "--text", "-m") { Description = "The text, as Markdown; - reads standard input", HelpName = "text" };
    private readonly Option<string?> _media = new("--media") { Description = "A file to send along", HelpName = "path" };
    private readonly Option<string?> _replyTo = new("--reply-to") { Description = "The message that is answered", HelpName = "id" };
    private readonly Option<bool> _silent = new("--silent") { Description = "Send without a sound" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _message, _media, _replyTo, _silent })
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override async ValueTask<JsonObject> ParametersAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var text = invocation.Get(_message) is "-" ? await Console.In.ReadToEndAsync(cancellationToken) : invocation.Get(_message);
        if (string.IsNullOrWhiteSpace(text) && invocation.Get(_media) is null)
            throw new CliException("Nothing to send. Pass --message, --media, or both.");
        var parameters = new JsonObject { ["message"] = text, ["replyTo"] = invocation.Get(_replyTo), ["silent"] = invocation.Get(_silent) };
        if (invocation.Get(_media) is { } path)
            await AttachAsync(parameters, path, cancellationToken);
        return parameters;
    }

    protected override void Tell(CliInvocation invocation, JsonElement result) =>
        invocation.Console.Output.WriteLine(ControlText.ToOneLine($"Sent to {result.TextAt("chatId")} ({result.TextAt("channel")}). Message ID: {result.TextAt("messageId") ?? "unknown"}"));

    // Read here, with the rights of whoever types: the gateway itself reads files of workspaces alone.
    private static async Task AttachAsync(JsonObject parameters, string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > LargestFile)
                throw new CliException($"{path} has {file.Length} bytes; {LargestFile} are taken.");
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            parameters["buffer"] = Convert.ToBase64String(content);
            parameters["filename"] = file.Name;
            parameters["contentType"] = FileTypes.Of(file.Name, content);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"Cannot read {path}: {error.Message}");
        }
    }
}
