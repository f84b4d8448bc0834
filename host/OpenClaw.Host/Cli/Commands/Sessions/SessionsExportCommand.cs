using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions export-trajectory</c>: a conversation as JSON lines, the session first and then its messages, oldest first.</summary>
internal sealed class SessionsExportCommand() : RemoteCommand("export-trajectory", "Write a conversation as JSON lines")
{
    private const int PageSize = 200;

    private readonly Argument<string> _key = new("key") { Description = "The conversation, as openclaw sessions shows it" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "A new file; standard output when left out", HelpName = "file" };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_key);
        command.Options.Add(_output);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var key = invocation.Get(_key)!;
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.SessionsDescribe, MethodNames.ChatHistory);
        var described = await AskAsync(client, MethodNames.SessionsDescribe, new JsonObject { ["key"] = key }, cancellationToken);
        if (described.At("session") is not { ValueKind: JsonValueKind.Object } session)
            throw new CliException($"Session not found: {key}. Run openclaw sessions list --json to choose a valid key.");
        var messages = await MessagesAsync(client, key, cancellationToken);
        var lines = Lines(session, messages);
        if (invocation.Get(_output) is not { } path)
        {
            invocation.Console.Output.Write(lines);
            return ExitCodes.Success;
        }

        await WriteAsync(path, lines, cancellationToken);
        if (invocation.Json)
            invocation.Console.Output.WriteLine(new JsonObject { ["ok"] = true, ["key"] = session.TextAt("key"), ["path"] = Path.GetFullPath(path), ["messages"] = messages.Count }.ToJsonString());
        else
            invocation.Console.Output.WriteLine($"{messages.Count} messages written to {path}");
        return ExitCodes.Success;
    }

    /// <summary>All messages, oldest first. Those that come meanwhile push the pages back: what was read already is left out.</summary>
    private static async Task<List<JsonElement>> MessagesAsync(GatewayClient client, string key, CancellationToken cancellationToken)
    {
        var pages = new List<List<JsonElement>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        long? offset = 0;
        while (offset is { } skip)
        {
            var page = await AskAsync(client, MethodNames.ChatHistory, new JsonObject { ["sessionKey"] = key, ["limit"] = PageSize, ["offset"] = skip }, cancellationToken);
            pages.Add([.. page.ItemsAt("messages").Where(message => message.TextAt("__openclaw", "id") is not { } id || seen.Add(id))]);
            offset = page.NumberAt("nextOffset");
        }

        pages.Reverse();
        return [.. pages.SelectMany(static page => page)];
    }

    private static string Lines(JsonElement session, List<JsonElement> messages)
    {
        var lines = new StringBuilder();
        lines.Append(new JsonObject
        {
            ["type"] = "session",
            ["version"] = 4,
            ["id"] = session.TextAt("sessionId"),
            ["key"] = session.TextAt("key"),
            ["agentId"] = session.TextAt("agentId"),
        }.ToJsonString()).Append('\n');
        string? parent = null;
        foreach (var message in messages)
        {
            var id = message.TextAt("__openclaw", "id");
            lines.Append(new JsonObject
            {
                ["type"] = "message",
                ["id"] = id,
                ["parentId"] = parent,
                ["timestamp"] = message.NumberAt("timestamp"),
                ["message"] = JsonNode.Parse(message.GetRawText()),
            }.ToJsonString()).Append('\n');
            parent = id;
        }

        return lines.ToString();
    }

    // What was said is nobody else's to read, and nothing that is there is written over.
    private static async Task WriteAsync(string path, string lines, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            await using var file = new FileStream(path, options);
            await file.WriteAsync(Encoding.UTF8.GetBytes(lines), cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"Cannot write {path}: {error.Message}");
        }
    }

    private static Task<JsonElement> AskAsync(GatewayClient client, string method, JsonObject parameters, CancellationToken cancellationToken) =>
        client.RequestAsync(method, JsonElement.Parse(parameters.ToJsonString()), cancellationToken: cancellationToken);
}
