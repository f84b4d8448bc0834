namespace OpenClaw.Host.Configuration.Model;

/// <summary>
/// A credential from the configuration. It prints as stars, so that no log line, exception or debugger view of a
/// configuration record shows it by accident; <see cref="Reveal"/> is the one way to the text.
/// </summary>
internal sealed class Secret : IEquatable<Secret>
{
    private readonly string? _value;

    private Secret(string? value, string? missingVariable)
    {
        _value = value;
        MissingVariable = missingVariable;
    }

    /// <summary>The environment variable that should have supplied the value and did not; null when available.</summary>
    public string? MissingVariable { get; }

    public bool IsAvailable => _value is not null;

    public static Secret From(string value) => new(value, null);

    public static Secret Unavailable(string missingVariable) => new(null, missingVariable);

    /// <exception cref="InvalidOperationException">The value is unavailable.</exception>
    public string Reveal() => _value ?? throw new InvalidOperationException(
        $"The secret comes from the environment variable {MissingVariable}, which is not set.");

    public bool Equals(Secret? other) => other is not null && _value == other._value && MissingVariable == other.MissingVariable;

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => HashCode.Combine(_value, MissingVariable);

    public override string ToString() => IsAvailable ? "***" : $"(unavailable: {MissingVariable})";
}
