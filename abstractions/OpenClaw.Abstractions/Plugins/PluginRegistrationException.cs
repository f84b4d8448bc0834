namespace OpenClaw.Plugins;

/// <summary>A registration cannot be accepted: a malformed or repeated id, or a builder used too late. The text says which.</summary>
public sealed class PluginRegistrationException : Exception
{
    /// <summary>Creates the exception without a text.</summary>
    public PluginRegistrationException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was refused, and the fix.</param>
    public PluginRegistrationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What was refused, and the fix.</param>
    /// <param name="innerException">The cause.</param>
    public PluginRegistrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
