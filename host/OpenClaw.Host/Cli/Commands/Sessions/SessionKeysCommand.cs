using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary>Does one thing with each of the conversations that are named.</summary>
internal abstract class SessionKeysCommand(string name, string description, string done) : RemoteCommand(name, description)
{
    private const string Unknown = "Session not found. Run openclaw sessions list --json to choose a valid key.";

    private readonly Argument<string[]> _keys = new("key") { Description = "The conversations, as openclaw sessions shows them", Arity = ArgumentArity.OneOrMore };

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_keys);
        base.Configure(command);
    }

    /// <summary>Does it; the conversation exists.</summary>
    /// <returns>Why it was not done; nothing when it was.</returns>
    protected abstract Task<string?> DoAsync(GatewayClient client, string key, CliInvocation invocation, CancellationToken cancellationToken);

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = CreateClient(invocation, [OperatorScopes.Admin]);
        await client.ConnectAsync(cancellationToken);
        var results = new JsonArray();
        var failed = 0;
        foreach (var key in invocation.Get(_keys) ?? [])
        {
            var problem = await ResultAsync(client, key, invocation, cancellationToken);
            failed += problem is null ? 0 : 1;
            results.Add(new JsonObject
            {
                ["key"] = key,
                ["ok"] = problem is null,
                ["status"] = problem is null ? done : problem == Unknown ? "not_found" : "failed",
                ["error"] = problem,
            });
            if (!invocation.Json)
            {
                (problem is null ? invocation.Console.Output : invocation.Console.Error).WriteLine($"{key}: {problem ?? done}");
            }
        }

        if (invocation.Json)
        {
            var answer = new JsonObject { ["ok"] = failed == 0, ["results"] = results };
            if (failed > 0)
                answer["error"] = new JsonObject { ["type"] = "cli_error", ["message"] = $"{failed} of {results.Count} sessions: {results.First(static one => !(bool)one!["ok"]!)!["error"]}" };
            invocation.Console.WriteJson(JsonElement.Parse(answer.ToJsonString()));
        }

        return failed == 0 ? ExitCodes.Success : ExitCodes.Failure;
    }

    private async Task<string?> ResultAsync(GatewayClient client, string key, CliInvocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            var found = await AskAsync(client, MethodNames.SessionsDescribe, key, cancellationToken);
            return found.GetProperty("session").ValueKind == JsonValueKind.Object ? await DoAsync(client, key, invocation, cancellationToken) : Unknown;
        }
        catch (GatewayRequestException refused)
        {
            return refused.Message;
        }
    }

    protected static Task<JsonElement> AskAsync(GatewayClient client, string method, string key, CancellationToken cancellationToken, Action<JsonObject>? more = null)
    {
        var parameters = new JsonObject { ["key"] = key };
        more?.Invoke(parameters);
        return client.RequestAsync(method, JsonElement.Parse(parameters.ToJsonString()), cancellationToken: cancellationToken);
    }
}
