using OpenClaw.Host.Plugins.Packages.Install;

namespace OpenClaw.Host.Tests.Plugins.Packages;

/// <summary>What a second process does for the package tests.</summary>
internal static class PackageChild
{
    public const string InstallUntil = "package-install-until";

    /// <summary>Installs and stops for good at one step, to be killed there.</summary>
    public static async Task<int> InstallUntilAsync(string root, string feed, string version, string phase)
    {
        using var bench = new PackageBench(root);
        await bench.InstallAsync(
            new InstallRequest { PackageName = "Acme.Sample", Version = version, Feed = feed },
            progress =>
            {
                if (progress.Phase.ToString() != phase)
                    return;
                Console.WriteLine(phase);
                Thread.Sleep(Timeout.Infinite);
            });
        return 0;
    }
}
