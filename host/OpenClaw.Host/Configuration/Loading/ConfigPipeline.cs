using OpenClaw.Host.Configuration.Aliases;
using OpenClaw.Host.Configuration.Binding;
using OpenClaw.Host.Configuration.Json5;
using OpenClaw.Host.Configuration.Rules;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Substitution;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>
/// From bytes to snapshot: parse, normalise, substitute, check, bind, overlay, cross-check. Every step runs as far as it
/// can, so that one look at the result shows everything that is wrong.
/// </summary>
internal sealed class ConfigPipeline(StatePaths paths, Func<string, string?> environment, ConfigOverrides overrides)
{
    private readonly IssueList _issues = new();

    public ConfigLoadResult Run(ConfigFileContent content)
    {
        var text = Decode(content);
        var parsed = text is null ? null : Parse(text);
        if (!content.Exists)
        {
            parsed = new ConfigObject();
        }

        var source = parsed is null ? null : Normalise(parsed);
        var variable = source is null ? environment : WithFileVariables(source);
        var resolved = source?.Clone();
        if (resolved is not null)
        {
            new EnvironmentSubstitution(variable, _issues).Apply(resolved);
            ConfigSchema.Root.Check(resolved, "", _issues);
        }

        return new ConfigLoadResult
        {
            Path = paths.ConfigFile,
            Overrides = overrides,
            Exists = content.Exists,
            Config = resolved is null || _issues.Errors.Count > 0 ? null : Bind(resolved, variable),
            Issues = _issues.Errors,
            Warnings = _issues.Warnings,
            Bytes = content.Bytes,
            Text = text,
            Parsed = content.Exists ? parsed : null,
            Source = source,
            Resolved = resolved,
        };
    }

    private string? Decode(ConfigFileContent content)
    {
        if (content.Problem is { } problem)
        {
            _issues.Error("", null, problem, content.Fix);
        }

        return content.Bytes is null ? null : Guard(() => Json5Reader.Decode(content.Bytes));
    }

    private ConfigObject? Parse(string text)
    {
        var root = Guard(() => Json5Reader.Read(text));
        if (root is null or ConfigObject)
        {
            return root as ConfigObject;
        }

        _issues.Error("", root, $"Invalid input: expected object, received {root.Kind}", "Put the settings inside { }.");
        return null;
    }

    private T? Guard<T>(Func<T> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Json5Exception error)
        {
            var place = new ConfigNull(new SourceSpan(0, 0, error.Line, error.Column));
            _issues.Error("", place, $"JSON5 parse failed: SyntaxError: {error.Message}", $"Correct the text at line {error.Line}, column {error.Column}.");
            return null;
        }
    }

    private ConfigObject Normalise(ConfigObject parsed)
    {
        var source = parsed.Clone();
        source.Remove("$schema");
        IncludeRule.Check(source, _issues);
        AliasNormaliser.Apply(source, _issues);
        AgentRoster.AddImplicitAgent(source);
        return source;
    }

    // env.vars supplies what the environment lacks, and never overrides it.
    private Func<string, string?> WithFileVariables(ConfigObject source)
    {
        var own = source.Find("env.vars") as ConfigObject;
        return name => environment(name) is { Length: > 0 } value ? value : own?[name] is ConfigString text ? text.Value : null;
    }

    private OpenClawConfig? Bind(ConfigObject resolved, Func<string, string?> variable)
    {
        var context = new BindingContext(variable, path => paths.Expand(path));
        var portIsConfigured = resolved.Find("gateway.port") is not null;
        var isDev = paths.Profile == StatePathResolver.DevProfile;
        var config = new OverrideBinder(variable, overrides, _issues).Apply(ConfigBinder.Bind(resolved, context), portIsConfigured, isDev);
        foreach (var rule in ConfigRules.All)
        {
            rule.Check(resolved, config, _issues);
        }

        return _issues.Errors.Count > 0 ? null : config;
    }
}
