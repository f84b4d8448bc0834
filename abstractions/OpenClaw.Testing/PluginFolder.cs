namespace OpenClaw.Testing;

/// <summary>Finds the folders of plugins that the tests' project references with <c>OpenClawPlugin="true"</c>.</summary>
public static class PluginFolder
{
    /// <summary>The folder of one plugin.</summary>
    /// <param name="assemblyName">The name of its entry assembly, without <c>.dll</c>.</param>
    /// <exception cref="DirectoryNotFoundException">No such plugin was built for these tests.</exception>
    public static string Named(string assemblyName)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "plugins", assemblyName);
        return Directory.Exists(folder)
            ? folder
            : throw new DirectoryNotFoundException($"{folder} is missing. Reference the plugin's project with OpenClawPlugin=\"true\".");
    }
}
