namespace OpenClaw.Host.Plugins.Packages.Install;

/// <summary>Tells whoever watches one installation how far it is.</summary>
internal sealed class ProgressReporter(string name, Action<InstallProgress>? report)
{
    public void At(InstallPhase phase) => report?.Invoke(new InstallProgress(name, phase));

    public void Download(long done, long? total) => report?.Invoke(new InstallProgress(name, InstallPhase.Downloading, done, total));
}
