using System.Collections;

namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>One log call of a plugin as strings, so that no sink can hold an object of the plugin.</summary>
internal sealed class PluginLogState(string message, IReadOnlyList<KeyValuePair<string, object?>> arguments)
    : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => arguments.Count;

    public KeyValuePair<string, object?> this[int index] => arguments[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => arguments.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;
}
