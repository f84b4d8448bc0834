namespace OpenClaw.Host.Hosting;

/// <summary>
/// Keeps the framework from reporting a failed start in its own words and with a stack trace: the host says it once, in a
/// sentence. After the start everything is let through again.
/// </summary>
internal sealed class StartLogFilter
{
    private static readonly string[] Categories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    private volatile bool _lifted;

    public void Lift() => _lifted = true;

    public void Apply(ILoggingBuilder logging)
    {
        foreach (var category in Categories)
            logging.AddFilter(category, level => _lifted || level < LogLevel.Error);
    }
}
