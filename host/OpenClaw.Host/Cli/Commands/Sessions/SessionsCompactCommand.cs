using System.CommandLine;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Sessions;

/// <summary><c>sessions compact</c>.</summary>
internal sealed class SessionsCompactCommand() : SessionKeysCommand("compact", "Summarise the older part of conversations", "compacted")
{
    private readonly Option<int?> _maxLines = new("--max-lines") { Description = "Keep only the newest messages instead, this many", HelpName = "n" };

    protected override void Configure(Command command)
    {
        command.Options.Add(_maxLines);
        base.Configure(command);
    }

    protected override async Task<string?> DoAsync(GatewayClient client, string key, CliInvocation invocation, CancellationToken cancellationToken)
    {
        var keep = invocation.Get(_maxLines);
        var result = await AskAsync(client, MethodNames.SessionsCompact, key, cancellationToken, parameters =>
        {
            if (keep is { } lines)
                parameters["maxLines"] = lines;
        });
        return result.IsTrueAt("compacted") ? null : result.TextAt("reason") ?? "there was nothing to do";
    }
}
