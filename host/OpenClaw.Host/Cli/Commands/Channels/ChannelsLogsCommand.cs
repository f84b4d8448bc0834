using System.CommandLine;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels logs</c>: the lines of the gateway's log that are about channels.</summary>
internal sealed class ChannelsLogsCommand() : RemoteCommand("logs", "Show what the log says about channels", new RemoteOptions(timeoutMs: 30_000))
{
    private const int MaxBytes = 1_000_000;
    private const int MaxLines = 5_000;
    private const string Every = "all";

    private readonly Option<string> _channel = new("--channel") { Description = "Only this channel", HelpName = "id", DefaultValueFactory = static _ => Every };
    private readonly Option<int> _lines = RemoteOptions.Positive(new("--lines") { Description = "How many lines at most", HelpName = "n", DefaultValueFactory = static _ => 200 });

    protected override void Configure(Command command)
    {
        command.Options.Add(_channel);
        command.Options.Add(_lines);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var tail = await ReadAsync(invocation, cancellationToken);
        var records = tail.Lines.Select(LogRecord.Parse).Where(record => IsAbout(record, invocation.Get(_channel)!)).TakeLast(invocation.Get(_lines)).ToList();
        if (!invocation.Json && records.Count == 0)
            invocation.Console.Output.WriteLine("No matching log lines.");
        foreach (var record in records)
        {
            if (invocation.Json)
                invocation.Console.WriteJsonLine(record, CliJsonContext.Default.LogRecord);
            else
                invocation.Console.Output.WriteLine(ControlText.ToOneLine(record.Text));
        }

        return ExitCodes.Success;
    }

    private async Task<LogsTailResult> ReadAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var parameters = new LogsTailParams { Limit = MaxLines, MaxBytes = MaxBytes };
        await using var client = CreateClient(invocation, ScopesFor(MethodNames.LogsTail));
        try
        {
            await client.ConnectAsync(cancellationToken);
        }
        catch (GatewayConnectException error) when (error.Failure == GatewayConnectFailure.Unreachable && GatewayTargets.Resolve(invocation, Remote).Bind is not null)
        {
            return await LocalLog.Open(invocation).ReadAsync(parameters, cancellationToken);
        }

        return await new RemoteLogSource(client).ReadAsync(parameters, cancellationToken);
    }

    // Lines of the room, of the channel's plugin, and whatever names one of its accounts ("telegram/default").
    private static bool IsAbout(LogRecord record, string channel) =>
        record.Type == "log" && (channel == Every
            ? Has(record.Subsystem, "channel") || Has(record.Subsystem, "outbox") || Has(record.Subsystem, "inbox") || Has(record.Subsystem, "plugin")
            : Has(record.Subsystem, channel) || Has(record.Message, channel));

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
