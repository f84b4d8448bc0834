using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration;

/// <summary>Loads the configuration file. Never throws for its content: the result carries every issue.</summary>
internal static class ConfigLoader
{
    /// <summary>Loads from the paths' file with the variables of this process.</summary>
    public static ConfigLoadResult Load(StatePaths paths, ConfigOverrides? overrides = null) =>
        Load(paths, Environment.GetEnvironmentVariable, overrides);

    public static ConfigLoadResult Load(StatePaths paths, Func<string, string?> environment, ConfigOverrides? overrides = null) =>
        new ConfigPipeline(paths, environment, overrides ?? ConfigOverrides.None).Run(ConfigFileReader.Read(paths.ConfigFile));
}
