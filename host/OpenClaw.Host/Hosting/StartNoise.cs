namespace OpenClaw.Host.Hosting;

/// <summary>
/// Keeps the framework from reporting a failed start in its own words and with a stack trace: the host says it once, in a
/// sentence. After the start everything is let through again.
/// </summary>
internal sealed class StartNoise
{
    private static readonly string[] Categories = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    private volatile bool _over;

    public void End() => _over = true;

    public void Filter(ILoggingBuilder logging)
    {
        foreach (var category in Categories)
            logging.AddFilter(category, level => _over || level < LogLevel.Error);
    }
}
