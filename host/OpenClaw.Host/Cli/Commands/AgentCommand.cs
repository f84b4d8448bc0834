using System.CommandLine;
using System.Text.Json;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agents;
using OpenClaw.Protocol.Chat;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>agent</c>: one message to an agent, its reply as it comes.</summary>
internal sealed class AgentCommand() : RemoteCommand("agent", "Send a message to an agent and print its reply")
{
    // The gateway ends the run; the client waits a little longer to hear of it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AbortLimit = TimeSpan.FromSeconds(5);

    private readonly Option<string?> _message = new("--message", "-m") { Description = "The message", HelpName = "text" };
    private readonly Option<string?> _messageFile = new("--message-file") { Description = "Read the message from a file; - reads standard input", HelpName = "file" };
    private readonly Option<string?> _sessionKey = new("--session-key") { Description = "The conversation; the agent's main one when left out", HelpName = "key" };
    private readonly Option<string?> _agent = new("--agent") { Description = "The agent; the default one when left out", HelpName = "id" };
    private readonly Option<string?> _thinking = new("--thinking") { Description = "How hard the model thinks, for example off, low or high", HelpName = "level" };
    private readonly Option<int> _runTimeout = RemoteOptions.Positive(new("--timeout")
    {
        Description = "Longest run, in seconds",
        HelpName = "seconds",
        DefaultValueFactory = _ => 600,
    });

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _message, _messageFile, _sessionKey, _agent, _thinking, _runTimeout })
        {
            command.Options.Add(option);
        }

        command.Options.Add(Remote.Url);
        command.Options.Add(Remote.Token);
        command.Options.Add(Remote.Password);
        command.Options.Add(Remote.Port);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new AgentParams
        {
            Message = await ReadMessageAsync(invocation, cancellationToken),
            IdempotencyKey = Guid.NewGuid().ToString(),
            SessionKey = invocation.Get(_sessionKey),
            AgentId = invocation.Get(_agent),
            Thinking = invocation.Get(_thinking),
            Deliver = false,
            Timeout = invocation.Get(_runTimeout),
        };
        await using var client = await ConnectAsync(invocation, cancellationToken, MethodNames.Agent);
        var reply = new ReplyPrinter(invocation.Console, streams: invocation.Console.IsInteractive && !invocation.Json);
        var final = await RunToEndAsync(client, parameters, reply, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(final);
            return final.TextAt("status") == "ok" ? ExitCodes.Success : ExitCodes.Failure;
        }

        reply.Finish(TextOf(final));
        return Conclude(final, invocation);
    }

    private static async Task<JsonElement> RunToEndAsync(
        GatewayClient client, AgentParams parameters, ReplyPrinter reply, CancellationToken cancellationToken)
    {
        string? sessionKey = null;
        using var subscription = client.Subscribe();
        var run = client.RequestAsync(
            MethodNames.Agent,
            JsonSerializer.SerializeToElement(parameters, ProtocolJsonContext.Default.AgentParams),
            new()
            {
                ExpectFinal = true,
                Timeout = TimeSpan.FromSeconds(parameters.Timeout!.Value) + Grace,
                OnAccepted = accepted => sessionKey = accepted.TextAt("sessionKey"),
            },
            cancellationToken);
        try
        {
            await reply.FollowAsync(subscription, parameters.IdempotencyKey, until: run);
            return await run;
        }
        catch (OperationCanceledException) when (sessionKey is not null)
        {
            await AbortAsync(client, sessionKey, parameters.IdempotencyKey);
            throw;
        }
    }

    // Who interrupts the command does not want the run to go on without them.
    private static async Task AbortAsync(GatewayClient client, string sessionKey, string runId)
    {
        try
        {
            await client.RequestAsync(
                MethodNames.ChatAbort,
                JsonSerializer.SerializeToElement(
                    new ChatAbortParams { SessionKey = sessionKey, RunId = runId }, ProtocolJsonContext.Default.ChatAbortParams),
                new() { Timeout = AbortLimit });
        }
        catch (GatewayException)
        {
            // The connection is gone as well; the run ends by its own limit.
        }
    }

    private async Task<string> ReadMessageAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var message = (invocation.Get(_message), invocation.Get(_messageFile)) switch
        {
            ({ } text, null) => text,
            (null, "-") => await Console.In.ReadToEndAsync(cancellationToken),
            (null, { } file) => await ReadFileAsync(file, cancellationToken),
            (null, null) => throw new CliException("Missing message. Use openclaw agent --message \"...\" or --message-file."),
            _ => throw new CliException("Pass --message or --message-file, not both."),
        };
        return string.IsNullOrWhiteSpace(message) ? throw new CliException("The message is empty.") : message;
    }

    private static async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"Cannot read the message from {file}: {error.Message}");
        }
    }

    private static string TextOf(JsonElement final) =>
        string.Join("\n\n", final.ItemsAt("result", "payloads").Select(static payload => payload.TextAt("text")).OfType<string>());

    private static int Conclude(JsonElement final, CliInvocation invocation)
    {
        switch (final.TextAt("status"))
        {
            case "ok":
                return ExitCodes.Success;
            case "timeout" when final.TextAt("stopReason") is { } reason:
                invocation.Console.Error.WriteLine($"The run was aborted ({ControlText.ToOneLine(reason)}).");
                return ExitCodes.Failure;
            case "timeout":
                invocation.Console.Error.WriteLine("The run took too long; give it more with --timeout or agents.defaults.timeoutSeconds.");
                return ExitCodes.Failure;
            default:
                invocation.Console.Error.WriteLine($"The run failed: {ControlText.ToOneLine(final.TextAt("summary") ?? "no reason was given")}");
                return ExitCodes.Failure;
        }
    }
}
