using System.Text.Json;

namespace OpenClaw.Surfaces;

/// <summary>
/// Ends a call of a plugin's method with an error for its caller. Any other exception is answered with <c>UNAVAILABLE</c> and a
/// text that names only the plugin.
/// </summary>
public sealed class PluginMethodException : Exception
{
    /// <summary>The code of a request that is wrong and stays so.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>The code of a request that cannot be served at this moment.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>Creates the exception without a text.</summary>
    public PluginMethodException()
    {
    }

    /// <summary>Creates the exception for a wrong request.</summary>
    /// <param name="message">What is wrong, and the fix. The caller sees it.</param>
    public PluginMethodException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception for a wrong request, with its cause.</summary>
    /// <param name="message">What is wrong, and the fix. The caller sees it.</param>
    /// <param name="innerException">The cause; the caller does not see it.</param>
    public PluginMethodException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What went wrong, in 1 to 64 capitals, digits and underscores. Default <see cref="InvalidRequest"/>.</summary>
    public string Code { get; init; } = InvalidRequest;

    /// <summary>Facts for programs, at most 16 KiB; longer ones are left out.</summary>
    public JsonElement? Details { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsRetryable { get; init; }
}
