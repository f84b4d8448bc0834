using System.Globalization;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Model;
using OpenClaw.Host.Configuration.Model.Gateway;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>Lays command line and environment over the file, and settles how connections authenticate.</summary>
internal sealed class OverrideBinder(Func<string, string?> variable, ConfigOverrides overrides, IssueList issues)
{
    public const int DevPort = 19_001;

    public OpenClawConfig Apply(OpenClawConfig config, bool portIsConfigured, bool isDevProfile) => config with
    {
        Gateway = config.Gateway with
        {
            Port = overrides.Port ?? PortFromEnvironment() ?? (!portIsConfigured && isDevProfile ? DevPort : config.Gateway.Port),
            Bind = overrides.Bind ?? config.Gateway.Bind,
            Auth = Resolve(config.Gateway.Auth),
        },
        Logging = Resolve(config.Logging),
    };

    private int? PortFromEnvironment()
    {
        if (Given(ConfigVariables.Port) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65_535)
        {
            return port;
        }

        issues.Error(ConfigVariables.Port, null, $"Invalid input: expected a port from 1 to 65535, got: \"{text}\"",
            $"Set {ConfigVariables.Port} to a port number, or unset it.");
        return null;
    }

    private GatewayAuthConfig Resolve(GatewayAuthConfig auth)
    {
        var token = Choose(overrides.Token, auth.Token, ConfigVariables.Token, "gateway.auth.token");
        var password = Choose(overrides.Password, auth.Password, ConfigVariables.Password, "gateway.auth.password");
        var explicitMode = overrides.AuthMode ?? (auth.ModeIsExplicit ? auth.Mode : null);
        var derivedMode = password is not null && overrides.Token is null ? GatewayAuthMode.Password : GatewayAuthMode.Token;
        return auth with
        {
            Mode = explicitMode ?? derivedMode,
            ModeIsExplicit = explicitMode is not null,
            Token = token,
            Password = password,
        };
    }

    // The key beats the variable: the reverse would make a rotated token silently ineffective.
    private Secret? Choose(string? flag, Secret? configured, string variableName, string key)
    {
        if (flag is not null)
        {
            return Secret.From(flag);
        }

        var fromEnvironment = Given(variableName);
        if (configured is null)
        {
            return fromEnvironment is null ? null : Secret.From(fromEnvironment);
        }

        if (fromEnvironment is not null && configured.IsAvailable && configured.Reveal() != fromEnvironment)
        {
            issues.Warn(key, null, $"{key} and {variableName} are both set and differ; {key} is used", $"Unset {variableName}, or remove {key}.");
        }

        return configured;
    }

    private LoggingConfig Resolve(LoggingConfig logging)
    {
        var level = overrides.LogLevel ?? LevelFromEnvironment();
        var console = level ?? logging.ConsoleLevel;
        return logging with
        {
            Level = level ?? logging.Level,
            ConsoleLevel = overrides.Verbose && console > LogLevel.Debug ? LogLevel.Debug : console,
            ConsoleStyle = overrides.LogFormat ?? logging.ConsoleStyle,
        };
    }

    private LogLevel? LevelFromEnvironment()
    {
        if (Given(ConfigVariables.LogLevel) is not { } text)
        {
            return null;
        }

        if (LogLevelText.TryParse(text, out var level))
        {
            return level;
        }

        issues.Warn(ConfigVariables.LogLevel, null, $"{ConfigVariables.LogLevel} is not a level, got: \"{text}\"",
            $"Use one of {string.Join(", ", LogLevelText.Names)}.");
        return null;
    }

    // Scripts that print an unset value write these words.
    private string? Given(string name) =>
        variable(name)?.Trim() is { Length: > 0 } value && value is not ("undefined" or "null") ? value : null;
}
