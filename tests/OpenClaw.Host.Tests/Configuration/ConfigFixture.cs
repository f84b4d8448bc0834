using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Tests.Configuration;

/// <summary>A state directory of its own, with or without a file, and variables that are not this process's.</summary>
internal sealed class ConfigFixture : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public ConfigFixture(string? text = null)
    {
        Paths = StatePathResolver.Resolve(name => name == "HOME" ? _directory.Path : null);
        if (text is not null)
        {
            Paths.CreateStateDirectory();
            File.WriteAllText(Paths.ConfigFile, text);
        }
    }

    public StatePaths Paths { get; }

    public string? this[string variable]
    {
        get => _variables.GetValueOrDefault(variable);
        set => _variables[variable] = value!;
    }

    public static ConfigLoadResult Load(string text)
    {
        using var fixture = new ConfigFixture(text);
        return fixture.Load();
    }

    public static OpenClawConfig LoadValid(string text) => Load(text).Require();

    public ConfigLoadResult Load(ConfigOverrides? overrides = null) => ConfigLoader.Load(Paths, name => this[name], overrides);

    public void Dispose() => _directory.Dispose();
}
