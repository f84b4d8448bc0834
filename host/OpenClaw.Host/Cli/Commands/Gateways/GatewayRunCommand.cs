using System.CommandLine;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Model.Gateway;
using OpenClaw.Host.Hosting;

namespace OpenClaw.Host.Cli.Commands.Gateways;

/// <summary>Runs the gateway in the foreground until it is asked to stop.</summary>
internal sealed class GatewayRunCommand(string name, string description) : CliCommand(name, description)
{
    private readonly Option<int?> _port = PortOption("Port to listen on");
    private readonly Option<BindMode?> _bind = Choice<BindMode>(
        "--bind", "Addresses to listen on",
        "Invalid --bind. Use \"loopback\", \"lan\", \"tailnet\", \"auto\", or \"custom\".",
        ("loopback", BindMode.Loopback), ("lan", BindMode.Lan), ("tailnet", BindMode.Tailnet), ("auto", BindMode.Auto), ("custom", BindMode.Custom));

    private readonly Option<GatewayAuthMode?> _auth = Choice<GatewayAuthMode>(
        "--auth", "How clients prove themselves",
        "Invalid --auth. Use \"none\", \"token\", \"password\", or \"trusted-proxy\".",
        ("none", GatewayAuthMode.None), ("token", GatewayAuthMode.Token), ("password", GatewayAuthMode.Password),
        ("trusted-proxy", GatewayAuthMode.TrustedProxy));

    private readonly Option<string?> _token = new("--token") { Description = "Token for this run", HelpName = "token" };
    private readonly Option<string?> _password = new("--password") { Description = "Password for this run", HelpName = "password" };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show debug lines on the console" };
    private readonly Option<bool> _allowUnconfigured = new("--allow-unconfigured")
    {
        Description = "Start without gateway.mode=local; writes no configuration",
    };

    private readonly Option<bool> _safeMode = new("--safe-mode") { Description = "Load only the plugins that ship with the gateway" };

    /// <summary>A port with a message that helps.</summary>
    public static Option<int?> PortOption(string description) => new("--port")
    {
        Description = description,
        HelpName = "port",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, out var port) && port is > 0 and <= ushort.MaxValue)
            {
                return port;
            }

            result.AddError("Invalid --port. Use a port number from 1 to 65535, for example 18789.");
            return null;
        },
    };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _port, _bind, _auth, _token, _password, _verbose, _allowUnconfigured, _safeMode })
        {
            command.Options.Add(option);
        }
    }

    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken) => GatewayHost.RunAsync(
        new GatewayRunOptions
        {
            Paths = invocation.Paths,
            Overrides = new ConfigOverrides
            {
                Port = invocation.Get(_port),
                Bind = invocation.Get(_bind),
                AuthMode = invocation.Get(_auth),
                Token = invocation.Get(_token),
                Password = invocation.Get(_password),
                Verbose = invocation.Get(_verbose),
                LogLevel = LogLevelOf(invocation.LogLevel),
            },
            AllowUnconfigured = invocation.Get(_allowUnconfigured),
            SafeMode = invocation.Get(_safeMode),
            Output = invocation.Console.Output,
            Error = invocation.Console.Error,
        },
        cancellationToken);

    private static LogLevel? LogLevelOf(string? name) => name switch
    {
        "silent" => LogLevel.None,
        "fatal" => LogLevel.Critical,
        "error" => LogLevel.Error,
        "warn" => LogLevel.Warning,
        "info" => LogLevel.Information,
        "debug" => LogLevel.Debug,
        "trace" => LogLevel.Trace,
        _ => null,
    };

    private static Option<T?> Choice<T>(string name, string description, string error, params (string Word, T Value)[] values)
        where T : struct
    {
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', values.Select(static value => value.Word)),
            CustomParser = result =>
            {
                foreach (var (word, value) in values)
                {
                    if (word == result.Tokens[0].Value)
                    {
                        return value;
                    }
                }

                result.AddError(error);
                return null;
            },
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. values.Select(static value => value.Word)]);
        return option;
    }
}
