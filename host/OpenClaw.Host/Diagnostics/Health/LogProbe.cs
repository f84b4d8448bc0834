using OpenClaw.Host.Diagnostics.Logging;

namespace OpenClaw.Host.Diagnostics.Health;

/// <summary>The log file is where it should be and a file of our own.</summary>
internal sealed class LogProbe(LogSystem log) : IReadinessProbe
{
    public string Name => "log";

    public ReadinessResult Check()
    {
        var path = log.Settings.File.Newest(log.Time.GetLocalNow().DateTime);
        if (Directory.Exists(path))
        {
            return ReadinessResult.NotReady($"{path} is a directory; remove it");
        }

        return new FileInfo(path).LinkTarget is null
            ? ReadinessResult.Ready
            : ReadinessResult.NotReady($"{path} is a link; remove it");
    }
}
