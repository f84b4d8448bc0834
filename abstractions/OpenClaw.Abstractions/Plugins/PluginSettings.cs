using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Plugins;

/// <summary>Reads a plugin's section of the configuration into its record.</summary>
public static class PluginSettings
{
    /// <summary>Reads <see cref="IPluginScope.Settings"/>.</summary>
    /// <remarks>
    /// A property with a default value needs <c>set</c>, or must be a constructor parameter: source-generated contexts reset <c>init</c>
    /// properties that are absent from the JSON.
    /// </remarks>
    /// <typeparam name="TSettings">The record, best marked with <see cref="PluginSettingsAttribute"/>.</typeparam>
    /// <param name="scope">The plugin's scope.</param>
    /// <param name="settingsInfo">From the plugin's own source-generated context, so that nothing of the plugin stays in shared caches.</param>
    /// <exception cref="PluginRegistrationException">The section does not fit the record; the text says where, and never what stands there.</exception>
    public static TSettings ReadSettings<TSettings>(this IPluginScope scope, JsonTypeInfo<TSettings> settingsInfo)
        where TSettings : class
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(settingsInfo);
        var section = $"plugins.entries.{scope.Plugin.Id}.config";
        try
        {
            return scope.Settings.Deserialize(settingsInfo)
                ?? throw new PluginRegistrationException($"{section} is null. Write an object, or leave it out.");
        }
        catch (JsonException exception)
        {
            // The cause is left out: its text may quote the value, and a value may be a secret.
            throw new PluginRegistrationException($"{section} does not fit its schema at {exception.Path ?? "$"}. Correct it, or leave it out.");
        }
    }
}
