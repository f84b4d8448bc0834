using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Cli;

/// <summary>One command line with everything its command may ask for. Paths and configuration are looked at when first needed.</summary>
internal sealed class CliInvocation(ParseResult arguments, CliEnvironment environment)
{
    private StatePaths? _paths;
    private ConfigLoadResult? _config;

    public ICliConsole Console => environment.Console;

    public TimeProvider Time => environment.Time;

    public bool Json => arguments.GetValue(environment.Options.Json);

    public string? LogLevel => arguments.GetValue(environment.Options.LogLevel);

    public StatePaths Paths => _paths ??= ResolvePaths();

    /// <summary>The configuration file with all its issues, if it has any.</summary>
    public ConfigLoadResult Config => _config ??= ConfigLoader.Load(Paths, environment.Variable);

    public string? Variable(string name) => environment.Variable(name) is { Length: > 0 } value ? value : null;

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    public T? Get<T>(Argument<T> argument) => arguments.GetValue(argument);

    public bool Has(Option option) => arguments.GetResult(option) is { Implicit: false };

    /// <summary>The snapshot, or a failure that lists every issue.</summary>
    public OpenClawConfig RequireConfig()
    {
        if (Config.Config is { } config)
        {
            return config;
        }

        var issues = Config.Issues.Select(static issue => $"\n- {issue.DisplayPath}: {issue.Message}");
        throw new CliException($"Invalid config at {Show(Config.Path)}:{string.Concat(issues)}\nInspect with openclaw config validate.");
    }

    /// <summary>What a gateway that runs still goes by when somebody has broken the file; otherwise as <see cref="RequireConfig"/>.</summary>
    public OpenClawConfig RequireRunningConfig() =>
        Config.Config ?? new ConfigPipeline(Paths, environment.Variable, ConfigOverrides.None)
            .Run(ConfigFileReader.Read(ConfigLastGood.NameOf(Paths.ConfigFile))) switch
        {
            { Exists: true, Config: { } lastGood } => lastGood,
            _ => RequireConfig(),
        };

    public string Show(string path) => HumanText.Path(path, Paths.HomeDirectory);

    private StatePaths ResolvePaths()
    {
        try
        {
            return StatePathResolver.Resolve(environment.Variable, Get(environment.Options.Profile), Get(environment.Options.Dev));
        }
        catch (StorageException error)
        {
            throw new CliException(error.Message, ExitCodes.InvalidProfile);
        }
    }
}
