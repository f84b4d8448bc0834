namespace OpenClaw.Sdk;

/// <summary>The project must be changed. Each message names the property, its value and the fix, and becomes an error of the build.</summary>
internal sealed class SdkException(string code, params IReadOnlyList<string> messages) : Exception(string.Join(' ', messages))
{
    public string Code { get; } = code;

    public IReadOnlyList<string> Messages { get; } = messages;
}
