using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Cli.Commands.Messages;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Directories;

/// <summary>A verb of <c>openclaw directory</c>: whom an account knows, as the platform tells it.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What help says.</param>
/// <param name="kind">What is looked for: <c>self</c>, <c>peers</c>, <c>groups</c>, <c>members</c>.</param>
internal sealed class DirectoryCommand(string name, string description, string kind) : RemoteCommand(name, description, new RemoteOptions(timeoutMs: 60_000))
{
    private readonly Option<string?> _channel = ChannelChoice.Option();
    private readonly Option<string?> _account = new("--account") { Description = "The account; the channel's default one when left out", HelpName = "id" };
    private readonly Option<string?> _query = new("--query") { Description = "Part of a name or id", HelpName = "text" };
    private readonly Option<string> _group = new("--group-id") { Description = "The group", HelpName = "id", Required = kind == "members" };
    private readonly Option<int?> _limit = new("--limit") { Description = "How many, 1 to 200", HelpName = "count" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_channel);
        command.Options.Add(_account);
        if (kind == "members")
            command.Options.Add(_group);
        else if (kind != "self")
            command.Options.Add(_query);
        if (kind != "self")
            command.Options.Add(_limit);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.MessageAction, MethodNames.ChannelsStatus);
        var request = new JsonObject
        {
            ["channel"] = await ChannelChoice.OfAsync(client, invocation.Get(_channel), target: null, cancellationToken),
            ["action"] = "directory",
            ["params"] = Parameters(invocation),
            ["idempotencyKey"] = Guid.NewGuid().ToString(),
        };
        if (invocation.Get(_account) is { } account)
            request["accountId"] = account;
        var result = await client.RequestAsync(MethodNames.MessageAction, JsonElement.Parse(request.ToJsonString()), cancellationToken: cancellationToken);
        if (invocation.Json)
            invocation.Console.WriteJson(result);
        else
            Tell(invocation, result);
        return ExitCodes.Success;
    }

    private JsonObject Parameters(CliInvocation invocation)
    {
        var parameters = new JsonObject { ["kind"] = kind };
        if (kind == "members")
            parameters["groupId"] = invocation.Get(_group);
        else if (kind != "self")
            parameters["query"] = invocation.Get(_query);
        if (kind != "self" && invocation.Get(_limit) is { } limit)
            parameters["limit"] = limit;
        return parameters;
    }

    private static void Tell(CliInvocation invocation, JsonElement result)
    {
        if (result.TextAt("self", "id") is { } self)
        {
            invocation.Console.Output.WriteLine(ControlText.ToOneLine($"{result.TextAt("channel")}/{result.TextAt("accountId")} is {result.TextAt("self", "name") ?? result.TextAt("self", "handle")} (id {self})"));
            return;
        }

        var users = result.ItemsAt("users").Select(static user => (IReadOnlyList<string>)
            [user.TextAt("id") ?? "-", user.TextAt("name") ?? "-", user.TextAt("handle") ?? "-"]);
        var chats = result.ItemsAt("chats").Select(static chat => (IReadOnlyList<string>)
            [chat.TextAt("id") ?? "-", chat.TextAt("title") ?? "-", chat.TextAt("kind") ?? "-"]);
        var isChats = result.TryGetProperty("chats", out _);
        var rows = (isChats ? chats : users).ToList();
        if (rows.Count == 0)
            invocation.Console.Output.WriteLine("Nobody was found.");
        else
            invocation.Console.WriteTable(new(["Id", "Name", isChats ? "Kind" : "Handle"], rows));
    }
}
