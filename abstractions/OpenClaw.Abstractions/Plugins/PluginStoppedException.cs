namespace OpenClaw.Plugins;

/// <summary>Something of a plugin scope was used after the plugin was stopped. An old generation can never act again.</summary>
public sealed class PluginStoppedException : InvalidOperationException
{
    /// <summary>Creates the exception without a text.</summary>
    public PluginStoppedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which plugin, and what it tried.</param>
    public PluginStoppedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">Which plugin, and what it tried.</param>
    /// <param name="innerException">The cause.</param>
    public PluginStoppedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
