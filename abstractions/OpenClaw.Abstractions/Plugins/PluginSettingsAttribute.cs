namespace OpenClaw.Plugins;

/// <summary>
/// Marks the record that <c>plugins.entries.&lt;id&gt;.config</c> is read into. The build derives the manifest's <c>configSchema</c> from it,
/// so the record needs an entry in a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> of the plugin. One per plugin.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginSettingsAttribute : Attribute;
