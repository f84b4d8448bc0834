using System.Text.Json;

namespace OpenClaw.Host.IntegrationTests.Hosting;

/// <summary>The home and state directory of one gateway under test; goes away with the test.</summary>
internal sealed class GatewayFolder : IDisposable
{
    public const string Token = "b1946ac92492d2347c6235b4d2611184";

    private readonly string _root = Directory.CreateTempSubdirectory("openclaw-host-").FullName;

    public string HomeDirectory => _root;

    public string StateDirectory => Path.Combine(_root, "state");

    public string ConfigFile => Path.Combine(StateDirectory, "openclaw.json");

    public string LogDirectory => Path.Combine(StateDirectory, "logs");

    /// <summary>A folder with the configuration of an ordinary local gateway.</summary>
    public static GatewayFolder WithConfig()
    {
        var folder = new GatewayFolder();
        folder.WriteConfig($$$$"""{"gateway":{"mode":"local","auth":{"mode":"token","token":"{{{{Token}}}}"}}}""");
        return folder;
    }

    public void WriteConfig(string text)
    {
        Directory.CreateDirectory(StateDirectory);
        File.WriteAllText(ConfigFile, text);
    }

    public string ConfiguredToken()
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(ConfigFile));
        return config.RootElement.GetProperty("gateway").GetProperty("auth").TryGetProperty("token", out var token) ? token.GetString()! : "";
    }

    /// <summary>Makes a plugin folder of the user's.</summary>
    public string AddPlugin(string name, string manifest)
    {
        var plugin = PluginFolder(name);
        File.WriteAllText(Path.Combine(plugin, "openclaw.plugin.json"), manifest);
        return plugin;
    }

    /// <summary>Drops the built output of a sample into the user's plugins directory.</summary>
    public void AddSample(string name) => Add("samples", name);

    /// <summary>Drops one of the plugins in that tests need.</summary>
    /// <returns>Its folder.</returns>
    public string AddTestPlugin(string name) => Add("test-plugins", name);

    /// <summary>Replaces the configuration as editors do.</summary>
    public void SaveConfig(string text)
    {
        File.WriteAllText(ConfigFile + ".new", text);
        File.Move(ConfigFile + ".new", ConfigFile, overwrite: true);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Add(string from, string name)
    {
        var plugin = PluginFolder(name);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, from, name)))
            File.Copy(file, Path.Combine(plugin, Path.GetFileName(file)));
        return plugin;
    }

    private string PluginFolder(string name) => Directory.CreateDirectory(Path.Combine(StateDirectory, "plugins", name)).FullName;
}
