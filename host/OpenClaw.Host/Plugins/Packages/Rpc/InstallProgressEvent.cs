using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Plugins.Packages.Rpc;

/// <summary>Payload of <c>plugins.install.progress</c>.</summary>
/// <param name="RequestId">The call it belongs to, as its caller numbered it.</param>
/// <param name="Name">The package or the file.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="DoneBytes">Of a download.</param>
/// <param name="TotalBytes">Where the source says so.</param>
internal sealed record InstallProgressEvent(string RequestId, string Name, string Phase, long? DoneBytes, long? TotalBytes)
{
    public static InstallProgressEvent Of(string requestId, InstallProgress progress) =>
        new(requestId, progress.Name, progress.Phase.ToString().ToLowerInvariant(), progress.Done, progress.Total);
}
