namespace OpenClaw.Plugins;

/// <summary>
/// The entry point of a plugin: the type that <c>openclaw.plugin.json</c> names under <c>entryType</c>, or the only
/// implementation in the entry assembly. Needs a public constructor without parameters.
/// </summary>
/// <remarks>
/// The host creates one instance for each generation of the plugin, calls <see cref="Configure"/> once, builds the plugin's
/// own service provider and drops the instance. Work that runs belongs in the services registered here.
/// An exception thrown from the constructor or from <see cref="Configure"/> marks this plugin as failed and hurts no other.
/// </remarks>
public interface IPlugin
{
    /// <summary>Registers what the plugin offers. Must return promptly and do no I/O; the host waits 10 seconds at most.</summary>
    /// <param name="builder">Collects registrations for this generation; unusable after this method returned.</param>
    void Configure(IPluginBuilder builder);
}
