namespace OpenClaw.Host.Plugins.Scopes;

/// <summary>Turns a plugin's objects into bounded, redacted text inside the call.</summary>
internal sealed class PluginText(Func<string, string> redact)
{
    public const int MaxMessageLength = 8_192;
    public const int MaxArgumentLength = 1_024;

    public string Message(string text) => Cut(redact(text), MaxMessageLength);

    public string Argument(object? value)
    {
        try
        {
            return Cut(redact(value?.ToString() ?? "(null)"), MaxArgumentLength);
        }
        catch (Exception)
        {
            return "(the argument cannot describe itself)";
        }
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}
