using System.Text.Json;
using OpenClaw.Host.Cli;

namespace OpenClaw.Host.Tests.Cli;

/// <summary>The command line inside this process: a state folder, variables and a console of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly TemporaryDirectory _state = new();
    private readonly Dictionary<string, string> _variables;

    public CliRun() => _variables = new() { ["OPENCLAW_STATE_DIR"] = _state.Path, ["HOME"] = _state.Path };

    public CapturedConsole Console { get; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public string Output => Console.Output.ToString()!;

    public string Error => Console.Error.ToString()!;

    public JsonElement Json => JsonElement.Parse(Output);

    public string this[string file] => _state[file];

    public CliRun With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    /// <summary>Makes the configuration point at a gateway.</summary>
    public CliRun For(FakeGateway gateway) => WithConfig(
        $$"""{ "gateway": { "mode": "local", "port": {{gateway.Url.Port}}, "auth": { "mode": "token", "token": "{{FakeGateway.Token}}" } } }""");

    public CliRun WithConfig(string text)
    {
        File.WriteAllText(_state["openclaw.json"], text);
        return this;
    }

    public Task<int> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);

    public Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        CliApplication.RunAsync(arguments, new CliEnvironment(Console, _variables.GetValueOrDefault, Time), cancellationToken);

    public void Dispose() => _state.Dispose();
}
