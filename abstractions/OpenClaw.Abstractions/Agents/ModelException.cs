namespace OpenClaw.Agents;

/// <summary>A model call failed in a way the provider can name. The text is shown to users: no secrets, one or two sentences.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the exception without a text.</summary>
    public ModelException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and the fix if there is one.</param>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What happened, and the fix if there is one.</param>
    /// <param name="innerException">The cause.</param>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception of a known kind.</summary>
    /// <param name="failure">The kind.</param>
    /// <param name="message">What happened, and the fix if there is one.</param>
    /// <param name="innerException">The cause.</param>
    public ModelException(ModelFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>The kind.</summary>
    public ModelFailure Failure { get; }

    /// <summary>When the far end wants to be asked again, where it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The HTTP status, where there was one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The far end's own name of the error, where it gave one, for example <c>insufficient_quota</c>.</summary>
    public string? ProviderErrorType { get; init; }
}
