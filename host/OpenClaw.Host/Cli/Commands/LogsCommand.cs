using System.CommandLine;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Status;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>logs</c>: the newest lines, and with <c>--follow</c> those to come, over restarts of the gateway.</summary>
internal sealed class LogsCommand() : RemoteCommand("logs", "Show the log of the gateway", new RemoteOptions(timeoutMs: 30_000))
{
    private readonly Option<bool> _follow = new("--follow", "-f") { Description = "Go on with new lines as they come" };
    private readonly Option<int> _limit = Number("--limit", "How many lines to show at once", 200);
    private readonly Option<int> _maxBytes = Number("--max-bytes", "How many bytes to read at once", 250_000);
    private readonly Option<int> _interval = Number("--interval", "Milliseconds between looks with --follow", 1_000);

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _follow, _limit, _maxBytes, _interval })
        {
            command.Options.Add(option);
        }

        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var target = GatewayTargets.Resolve(invocation, Remote);
        await using var client = CreateClient(invocation, ScopesFor(MethodNames.LogsTail), reconnect: true);
        try
        {
            await client.ConnectAsync(cancellationToken);
        }
        catch (GatewayConnectException error) when (error.Failure == GatewayConnectFailure.Unreachable && target.Bind is not null)
        {
            invocation.Console.Error.WriteLine("Local Gateway RPC unavailable; reading configured file log instead.");
            return await PrintAsync(invocation, LocalLog.Open(invocation), cancellationToken);
        }

        return await PrintAsync(invocation, new RemoteLogSource(client), cancellationToken);
    }

    private async Task<int> PrintAsync(CliInvocation invocation, ILogSource source, CancellationToken cancellationToken)
    {
        var follow = invocation.Get(_follow);
        var lost = false;
        LogsTailResult? last = null;
        while (true)
        {
            try
            {
                var next = await source.ReadAsync(Parameters(invocation, last), cancellationToken);
                Print(invocation, next, last);
                (last, lost) = (next, false);
            }
            catch (GatewayException error) when (follow && last is not null && error is not GatewayRequestException)
            {
                if (!lost)
                {
                    Say(invocation, "The connection to the gateway was lost; waiting for it to come back.");
                }

                lost = true;
            }

            if (!follow)
            {
                return ExitCodes.Success;
            }

            if (lost || last is null || last.Lines.Count < invocation.Get(_limit))
            {
                // A full answer means that there is more to fetch at once.
                await Task.Delay(TimeSpan.FromMilliseconds(invocation.Get(_interval)), invocation.Time, cancellationToken);
            }
        }
    }

    private LogsTailParams Parameters(CliInvocation invocation, LogsTailResult? last) => new()
    {
        Cursor = last?.Cursor,
        Limit = Math.Min(invocation.Get(_limit), 5_000),
        MaxBytes = Math.Min(invocation.Get(_maxBytes), 1_000_000),
    };

    private static void Print(CliInvocation invocation, LogsTailResult next, LogsTailResult? last)
    {
        if (last is null || last.File != next.File)
        {
            Head(invocation, next, last);
        }
        else if (next.Reset)
        {
            Say(invocation, "The log was rotated.");
        }

        foreach (var record in next.Lines.Select(LogRecord.Parse))
        {
            Write(invocation, record);
        }

        if (next.Truncated && last is null && !invocation.Json)
        {
            invocation.Console.Error.WriteLine("Log tail truncated (increase --limit or --max-bytes).");
        }
    }

    private static void Head(CliInvocation invocation, LogsTailResult next, LogsTailResult? last)
    {
        if (last is not null)
        {
            Say(invocation, "The log goes on in a new file.");
        }

        if (invocation.Json)
        {
            invocation.Console.WriteJsonLine(LogRecord.Meta(next.File, next.Cursor, next.Size), CliJsonContext.Default.LogRecord);
        }
        else
        {
            invocation.Console.Output.WriteLine($"Log file: {ControlText.ToOneLine(invocation.Show(next.File))}");
        }
    }

    private static void Say(CliInvocation invocation, string message)
    {
        if (invocation.Json)
        {
            Write(invocation, LogRecord.Notice(message));
        }
        else
        {
            invocation.Console.Error.WriteLine(message);
        }
    }

    private static void Write(CliInvocation invocation, LogRecord record)
    {
        if (invocation.Json)
        {
            invocation.Console.WriteJsonLine(record, CliJsonContext.Default.LogRecord);
        }
        else
        {
            invocation.Console.Output.WriteLine(ControlText.ToOneLine(record.Text));
        }
    }

    private static Option<int> Number(string name, string description, int value) => RemoteOptions.Positive(
        new(name) { Description = description, HelpName = "n", DefaultValueFactory = _ => value });
}
