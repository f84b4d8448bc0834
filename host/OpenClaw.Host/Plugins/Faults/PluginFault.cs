using System.Reflection;

namespace OpenClaw.Host.Plugins.Faults;

/// <summary>
/// An exception of a plugin as plain text. The exception itself, even one of the framework, holds on to the plugin's code and
/// would keep it from unloading.
/// </summary>
internal sealed record PluginFault(string Type, string Message, string Trace)
{
    private const int MaxMessageLength = 2_048;
    private const int MaxTraceLength = 16_384;

    public string Summary => $"{Type}: {Message}";

    public static PluginFault From(Exception exception, Func<string, string>? redact = null)
    {
        redact ??= static text => text;
        var cause = Unwrap(exception);
        return new PluginFault(
            cause.GetType().FullName ?? cause.GetType().Name,
            Cut(redact(Read(cause, static e => e.Message)), MaxMessageLength),
            Cut(redact(Read(cause, static e => e.ToString())), MaxTraceLength));
    }

    // Message and ToString are the plugin's code where the exception type is.
    private static string Read(Exception exception, Func<Exception, string> read)
    {
        try
        {
            return read(exception) ?? "";
        }
        catch (Exception)
        {
            return "(the exception cannot describe itself)";
        }
    }

    private static Exception Unwrap(Exception exception)
    {
        while (exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}
