using System.CommandLine;
using OpenClaw.Host.Cli.Commands;
using OpenClaw.Host.Cli.Commands.Gateways;

namespace OpenClaw.Host.Cli.Remote;

/// <summary>Options of every command that talks to a gateway.</summary>
internal sealed class RemoteOptions(int timeoutMs = RemoteOptions.DefaultTimeoutMs)
{
    private const int DefaultTimeoutMs = 10_000;

    public Option<string?> Url { get; } = new("--url") { Description = "Gateway to talk to, for example ws://127.0.0.1:18789", HelpName = "url" };

    public Option<string?> Token { get; } = new("--token") { Description = "Gateway token", HelpName = "token" };

    public Option<string?> Password { get; } = new("--password") { Description = "Gateway password", HelpName = "password" };

    public Option<int?> Port { get; } = GatewayRunCommand.PortOption("Port of the local gateway");

    public Option<int> Timeout { get; } = Positive(new("--timeout")
    {
        Description = "Longest wait for an answer, in milliseconds",
        HelpName = "ms",
        DefaultValueFactory = _ => timeoutMs,
    });

    /// <summary>Longest wait for one answer. Commands whose own --timeout means something else leave ours out and get the default.</summary>
    public TimeSpan AnswerLimit(CliInvocation invocation) =>
        TimeSpan.FromMilliseconds(invocation.Get(Timeout) is > 0 and var chosen ? chosen : timeoutMs);

    public void AddTo(Command command)
    {
        command.Options.Add(Url);
        command.Options.Add(Token);
        command.Options.Add(Password);
        command.Options.Add(Port);
        command.Options.Add(Timeout);
    }

    /// <summary>An option that takes whole numbers from one.</summary>
    public static Option<int> Positive(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var value) && value > 0))
            {
                result.AddError($"Invalid {option.Name}. Use a whole number from 1, not \"{token.Value}\".");
            }
        });
        return option;
    }
}
