using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Lets every step through, and of a download no more than somebody can read.</summary>
internal sealed class ProgressThrottle(TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private long? _last;

    public bool Passes(InstallProgress progress)
    {
        if (progress.Phase != InstallPhase.Downloading || progress.Done == progress.Total)
            return true;
        if (_last is { } last && time.GetElapsedTime(last) < Pause)
            return false;
        _last = time.GetTimestamp();
        return true;
    }
}
